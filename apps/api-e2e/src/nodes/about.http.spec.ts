import { Client } from '../support/client';

describe('a node', () => {
  it('says before anybody has signed in whether its people are invented', async () => {
    expect((await new Client().get('node')).body).toEqual({ demo: false });
  });
});
