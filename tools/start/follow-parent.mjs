/** Loaded into the api before its own code: when the process that started it is gone, however it went, the api ends too. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
