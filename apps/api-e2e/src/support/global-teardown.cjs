module.exports = () => globalThis.__product?.stop();
