/** Whether a folder is on another computer, as the file system says. */
import { statfsSync } from 'node:fs';

/**
 * Linux' `f_type` of file systems that several computers can write to: NFS, SMB (three versions), 9P, AFS (two), Ceph,
 * Coda, NCP (include/uapi/linux/magic.h). FUSE is not among them: most of what uses it is on this computer.
 */
const NETWORK_TYPES = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x6b414653, 0x00c36400,
  0x73757245, 0x564c,
]);

/** False when it cannot be told. */
export function isNetworkPlace(folder: string): boolean {
  if (/^[\\/]{2}[^\\/?.]/.test(folder)) return true;
  if (process.platform !== 'linux') return false;
  try {
    return NETWORK_TYPES.has(statfsSync(folder).type);
  } catch {
    return false;
  }
}
