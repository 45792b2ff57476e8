/// <reference types="vite/client" />
import type { KartotekaBridge } from '../shared/ipc/bridge.ts';

declare global {
  interface Window {
    readonly kartoteka: KartotekaBridge;
  }
}
