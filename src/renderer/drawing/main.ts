/** The page of a drawing cage: waits for its two message ports, reads one PDF over the first, draws it over the second. */
import { PORT_MESSAGE } from '../../shared/extraction/extractor-protocol.ts';
import { drawWithoutFrames } from './draw-picture.ts';
import { openDocument } from './open-document.ts';
import { serveQuestions } from './serve-questions.ts';

drawWithoutFrames();

window.addEventListener('message', ({ source, data, ports: [bytes, questions] }) => {
  if (source !== window || data !== PORT_MESSAGE || !bytes || !questions) return;
  serveQuestions(questions, (moved) => openDocument(bytes, moved));
});
