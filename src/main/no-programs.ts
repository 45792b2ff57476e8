/**
 * Takes the starting of other programs away from the library process, which has the key and every text: another program
 * has the network. Main starts one, to hear the screen lock (linux-screen-lock.ts).
 */
import childProcess, { ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import { syncBuiltinESMExports } from 'node:module';
import { refuseAll } from './no-network.ts';

refuseAll(childProcess, /^(spawn|exec|fork|_forkChild)/);
refuseAll(ChildProcess.prototype, /^spawn$/);
refuseAll(cluster, /^fork$/);
syncBuiltinESMExports();
