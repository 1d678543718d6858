import { readFileSync } from 'node:fs';

/** How much memory a process has of the machine at its peak, in bytes; 0 where the system does not say (not Linux). */
export const peakMemory = (pid: number): number => {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
};

/** How much memory a process has of the machine now, in bytes; 0 where the system does not say (not Linux). */
export const residentMemory = (pid: number): number => {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
};
