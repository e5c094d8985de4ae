/** Loaded before a program (`node --import`): when it ends, says on the fourth stream what it took from beginning to end. */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, JSON.stringify({ cpuMillis: (user + system) / 1000, peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6 }));
});
