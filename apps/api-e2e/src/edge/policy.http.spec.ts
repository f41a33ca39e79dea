import { apiUrl } from '../support/client';

const policyOf = async (path: string): Promise<{ status: number; policy: string; page: string }> => {
  const response = await fetch(new URL(path, apiUrl()), { headers: { accept: 'text/html' } });
  return { status: response.status, policy: response.headers.get('content-security-policy') ?? '', page: await response.text() };
};

describe('the content security policy', () => {
  it.each(['/', '/api/docs', '/api/docs/swagger-ui-init.js', '/api/v1/node', '/api/v1/people/0', '/health/ready', '/no/such/file.js'])('of %s allows nothing unsafe, and nothing from elsewhere', async (path) => {
    const { policy } = await policyOf(path);
    expect(policy).toMatch(/default-src '(self|none)'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('lets an answer of the API load nothing at all', async () => {
    expect((await policyOf('/api/v1/node')).policy).toBe("default-src 'none';frame-ancestors 'none'");
  });

  it.each(['/api/v1/node', '/api/v1/auth/me', '/api/v1/no-such-thing'])('comes with the order to keep no copy of an answer: %s', async (path) => {
    expect((await fetch(new URL(path, apiUrl()))).headers.get('cache-control')).toBe('no-store');
  });

  it('is met by the page of the API: what is written into it carries the nonce of this answer', async () => {
    const { status, policy, page } = await policyOf('/api/docs');
    expect(status).toBe(200);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(page).toContain(`<style nonce="${nonce}">`);
    expect(page).not.toMatch(/<script>|<style>| style=| on\w+=/);
    expect((await policyOf('/api/docs')).policy).not.toContain(nonce);
  });
});
