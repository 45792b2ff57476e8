/**
 * The ways by which a page could reach a network. Every function is brought into a page as its text, so it uses nothing
 * of this file; what it starts it does not wait for, and what is refused it swallows: the packets are counted.
 */

/** Tries to reach a host by its address. */
type Attempt = (host: string) => void;

/** Leave the page where it is. */
export const STAYING_WAYS: Readonly<Record<string, Attempt>> = {
  fetch: (host) => void fetch(`http://${host}/`, { mode: 'no-cors' }).catch(() => undefined),
  'fetch that outlives the page': (host) =>
    void fetch(`http://${host}/`, { method: 'POST', keepalive: true, body: 'x' }).catch(
      () => undefined,
    ),
  'fetch over TLS': (host) => void fetch(`https://${host}/`).catch(() => undefined),
  XMLHttpRequest: (host) => {
    const request = new XMLHttpRequest();
    request.open('GET', `http://${host}/`);
    request.send();
  },
  WebSocket: (host) => {
    new WebSocket(`ws://${host}/`);
  },
  EventSource: (host) => {
    new EventSource(`http://${host}/`);
  },
  WebTransport: (host) => {
    const transport = new WebTransport(`https://${host}:443/`);
    transport.ready.catch(() => undefined);
    transport.closed.catch(() => undefined);
  },
  sendBeacon: (host) => void navigator.sendBeacon(`http://${host}/`, 'x'),
  image: (host) => void (new Image().src = `http://${host}/x.png`),
  'image set': (host) => void (new Image().srcset = `http://${host}/x.png 1x`),
  'image of an SVG': (host) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', `http://${host}/x.png`);
    svg.append(image);
    document.body.append(svg);
  },
  script: (host) => {
    const script = document.createElement('script');
    script.src = `http://${host}/x.js`;
    document.body.append(script);
  },
  'module import': (host) =>
    void import(/* @vite-ignore */ `http://${host}/x.js`).catch(() => undefined),
  'style sheet': (host) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
    link.href = `http://${host}/x.css`;
    document.head.append(link);
  },
  'imported style sheet': (host) => {
    const style = document.createElement('style');
    style.append(`@import url("http://${host}/x.css");`);
    document.head.append(style);
  },
  'background of a style': (host) => {
    const box = document.createElement('p');
    box.style.background = `url("http://${host}/x.png")`;
    box.append('x');
    document.body.append(box);
  },
  font: (host) =>
    void new FontFace('x', `url("http://${host}/x.woff2")`).load().catch(() => undefined),
  video: (host) => void (document.createElement('video').src = `http://${host}/x.mp4`),
  'frame of a page': (host) => {
    const frame = document.createElement('iframe');
    frame.src = `http://${host}/`;
    document.body.append(frame);
  },
  object: (host) => {
    const object = document.createElement('object');
    object.data = `http://${host}/x`;
    document.body.append(object);
  },
  embed: (host) => {
    const embed = document.createElement('embed');
    embed.src = `http://${host}/x`;
    document.body.append(embed);
  },
  prefetch: (host) => {
    const link = Object.assign(document.createElement('link'), { rel: 'prefetch' });
    link.href = `http://${host}/`;
    document.head.append(link);
  },
  'module preload': (host) => {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload' });
    link.href = `http://${host}/x.js`;
    document.head.append(link);
  },
  'ping of a link': (host) => {
    const link = document.createElement('a');
    link.href = '#here';
    link.ping = `http://${host}/`;
    document.body.append(link);
    link.click();
  },
  'form into a frame': (host) => {
    const frame = document.createElement('iframe');
    frame.name = 'answer';
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: `http://${host}/`, target: 'answer' });
    document.body.append(frame, form);
    form.submit();
  },
  worker: (host) => {
    const code = `fetch('http://${host}/', { mode: 'no-cors' }).catch(() => undefined);`;
    new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  },
  'script of a worker': (host) => {
    const code = `try { importScripts('http://${host}/x.js') } catch {}`;
    new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  },
  'STUN over UDP': (host) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}:3478` }] });
    peer.createDataChannel('x');
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  'TURN over UDP': (host) => {
    const server = { urls: `turn:${host}:3478?transport=udp`, username: 'x', credential: 'x' };
    const peer = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' });
    peer.createDataChannel('x');
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  'TURN over TCP': (host) => {
    const server = { urls: `turn:${host}:3478?transport=tcp`, username: 'x', credential: 'x' };
    const peer = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' });
    peer.createDataChannel('x');
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  'TURN over TLS': (host) => {
    const server = { urls: `turns:${host}:5349?transport=tcp`, username: 'x', credential: 'x' };
    const peer = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' });
    peer.createDataChannel('x');
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
};

/** Ask the name server; what they are given is a name. */
export const NAMING_WAYS: Readonly<Record<string, Attempt>> = {
  'name prefetch': (name) => {
    const link = Object.assign(document.createElement('link'), { rel: 'dns-prefetch' });
    link.href = `//${name}/`;
    document.head.append(link);
  },
  'fetch of a name': (name) => void fetch(`https://${name}/`).catch(() => undefined),
  'STUN of a name': (name) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${name}:3478` }] });
    peer.createDataChannel('x');
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
};

/** Would take the page elsewhere; each wants a page of its own. */
export const LEAVING_WAYS: Readonly<Record<string, Attempt>> = {
  location: (host) => void (location.href = `http://${host}/`),
  'link that is clicked': (host) => {
    const link = document.createElement('a');
    link.href = `http://${host}/`;
    document.body.append(link);
    link.click();
  },
  'link that is downloaded': (host) => {
    const link = document.createElement('a');
    link.href = `http://${host}/x.pdf`;
    link.download = 'x.pdf';
    document.body.append(link);
    link.click();
  },
  'meta refresh': (host) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0; url=http://${host}/`;
    document.head.append(meta);
  },
  form: (host) => {
    const form = document.createElement('form');
    form.action = `http://${host}/`;
    document.body.append(form);
    form.submit();
  },
  'new window': (host) => void window.open(`http://${host}/`),
};
