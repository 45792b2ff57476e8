/** Hands the message port to the extractor page and gives it nothing else. */
import { ipcRenderer } from 'electron';
import { PORT_MESSAGE } from '../shared/extraction/extractor-protocol.ts';

ipcRenderer.once(PORT_MESSAGE, (event) => {
  window.postMessage(PORT_MESSAGE, window.origin, event.ports);
});
