import { readFileSync } from 'node:fs';

/** The peak resident memory of a process, in bytes; 0 if the system does not report it (not Linux). */
export const peakMemory = (pid: number): number => {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
};

/** The present resident memory of a process, in bytes; 0 if the system does not report it (not Linux). */
export const residentMemory = (pid: number): number => {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
};
