// pdf.js' viewer as its own examples set it up: opens a file, jumps to a page, and says when a page was painted.

// Copied beside this file when it is run (tests/e2e/helpers/bare-viewer.ts).
const at = (path) => new URL(`pdfjs/${path}`, import.meta.url).href;
const { getDocument, GlobalWorkerOptions } = await import(at('build/pdf.mjs'));
const { EventBus, PDFLinkService, PDFViewer } = await import(at('web/pdf_viewer.mjs'));
GlobalWorkerOptions.workerSrc = at('build/pdf.worker.mjs');

const container = document.querySelector('#container');
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const viewer = new PDFViewer({ container, eventBus, linkService });
linkService.setViewer(viewer);
eventBus.on('pagesinit', () => {
  viewer.currentScaleValue = 'page-width';
});

let begun = 0;
let task;
const painted = new Map();
eventBus.on('pagerendered', ({ pageNumber, cssTransform }) => {
  if (cssTransform || painted.has(pageNumber)) return;
  painted.set(pageNumber, 0);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => painted.set(pageNumber, performance.now() - begun)),
  );
});

/** Milliseconds from the click until a page was painted, 0 before. */
globalThis.paintedAfter = (page) => painted.get(page) ?? 0;

document.querySelector('#open').addEventListener('click', async ({ timeStamp }) => {
  begun = timeStamp;
  painted.clear();
  task = getDocument({
    url: 'bare://viewer/file.pdf',
    cMapUrl: at('cmaps/'),
    standardFontDataUrl: at('standard_fonts/'),
    wasmUrl: at('wasm/'),
  });
  const pdf = await task.promise;
  viewer.setDocument(pdf);
  linkService.setDocument(pdf);
});
document.querySelector('#jump').addEventListener('click', ({ timeStamp }) => {
  begun = timeStamp;
  painted.clear();
  viewer.currentPageNumber = 350;
});
document.querySelector('#close').addEventListener('click', async () => {
  viewer.setDocument(null);
  linkService.setDocument(null);
  await task?.destroy();
});
