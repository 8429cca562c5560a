/** What Linux knows of a process. Source: proc_pid_status(5), and the kernel's sched-stats.rst. */

import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of all threads that run now, in user mode and in the kernel. */
export function cpuMicroseconds(pid: number): number {
  const folder = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(folder).map((thread) => {
    const [onCpu] = readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ');
    return Number(onCpu);
  });
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1000;
}

/** CPU time of the thread that the process began with. */
export function mainThreadMicroseconds(pid: number): number {
  const [onCpu] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
  return Number(onCpu) / 1000;
}

/** Memory that the process holds in RAM, shared libraries included. */
export function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
