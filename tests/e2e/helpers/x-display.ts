/**
 * A client of the X server, as small as looking at windows and typing need: for the packaged program, which no tool of
 * development can attach to. Numbers and layouts are those of the X protocol, version 11, in little-endian order.
 */
import { connect, type Socket } from 'node:net';

export interface XWindow {
  readonly id: number;
  readonly title: string;
}

export interface XDisplay {
  /** The windows on the screen that have a title. */
  windows(): Promise<XWindow[]>;
  /** How many different colours a window shows; one that was never drawn shows one. */
  colours(window: XWindow): Promise<number>;
  /** Gives the keyboard to a window. */
  focus(window: XWindow): Promise<void>;
  /** Presses and releases the keys of letters that need no Shift, and of Return (`\n`) and Tab (`\t`). */
  type(text: string): Promise<void>;
  /** Clicks at a place of a window, pixels from its top left. */
  click(window: XWindow, at: { x: number; y: number }): Promise<void>;
  close(): void;
}

const QUERY_TREE = 15;
const GET_PROPERTY = 20;
const SET_INPUT_FOCUS = 42;
const GET_GEOMETRY = 14;
const GET_IMAGE = 73;
const QUERY_EXTENSION = 98;
const GET_KEYBOARD_MAPPING = 101;
const XTEST_FAKE_INPUT = 2;
const WM_NAME = 39;
const KEY_PRESS = 2;
const KEY_RELEASE = 3;
const BUTTON_PRESS = 4;
const BUTTON_RELEASE = 5;
const MOTION = 6;
const Z_PIXMAP = 2;
const ALL_PLANES = 0xffffffff;
const REPLY = 1;
const ERROR = 0;
/** Bytes of a reply or an event before what is told in its length field, which counts four bytes each. */
const HEADER = 32;
const KEYSYMS = new Map([
  ['\n', 0xff0d],
  ['\t', 0xff09],
]);

/** @param name such as `:7`; the server must let anybody in (`-ac`). */
export async function openDisplay(name: string): Promise<XDisplay> {
  const wire = await connectTo(name);
  const { root, firstKey, lastKey } = wire;
  const extension = await wire.ask(request(QUERY_EXTENSION, 0, words16(5, 0), text('XTEST')));
  const xtest = extension[9] ?? 0;
  const keys = await keyboard();

  async function keyboard(): Promise<ReadonlyMap<number, number>> {
    const count = lastKey - firstKey + 1;
    const reply = await wire.ask(
      request(GET_KEYBOARD_MAPPING, 0, Buffer.from([firstKey, count, 0, 0])),
    );
    const perKey = reply[1] ?? 1;
    const found = new Map<number, number>();
    for (let key = 0; key < count; key += 1) {
      const keysym = reply.readUInt32LE(HEADER + key * perKey * 4);
      if (!found.has(keysym)) found.set(keysym, firstKey + key);
    }
    return found;
  }

  async function titleOf(window: number): Promise<string> {
    const any = 0;
    const longest = 64;
    const reply = await wire.ask(
      request(GET_PROPERTY, 0, words32(window, WM_NAME, any, 0, longest)),
    );
    return reply.toString('utf8', HEADER, HEADER + reply.readUInt32LE(16));
  }

  async function placeOf(
    window: number,
  ): Promise<{ x: number; y: number; width: number; height: number }> {
    const reply = await wire.ask(request(GET_GEOMETRY, 0, words32(window)));
    const [x, y] = [reply.readInt16LE(12), reply.readInt16LE(14)];
    return { x, y, width: reply.readUInt16LE(16), height: reply.readUInt16LE(18) };
  }

  function fake(kind: number, detail: number, x = 0, y = 0): void {
    const head = Buffer.from([kind, detail, 0, 0]);
    const event = Buffer.concat([head, words32(0, 0, 0, 0), words16(x, y), words32(0, 0)]);
    wire.tell(request(xtest, XTEST_FAKE_INPUT, event));
  }

  async function press(letter: string): Promise<void> {
    const key = keys.get(KEYSYMS.get(letter) ?? letter.charCodeAt(0));
    if (key === undefined) throw new Error('The keyboard has no such key');
    for (const kind of [KEY_PRESS, KEY_RELEASE]) fake(kind, key);
    await placeOf(root);
  }

  return {
    async windows() {
      const reply = await wire.ask(request(QUERY_TREE, 0, words32(root)));
      const ids = Array.from({ length: reply.readUInt16LE(16) }, (_, index) =>
        reply.readUInt32LE(HEADER + index * 4),
      );
      const all = await Promise.all(ids.map(async (id) => ({ id, title: await titleOf(id) })));
      return all.filter(({ title }) => title !== '');
    },
    async colours({ id }) {
      const { width, height } = await placeOf(id);
      const area = Buffer.concat([words32(id), words16(0, 0, width, height), words32(ALL_PLANES)]);
      const image = (await wire.ask(request(GET_IMAGE, Z_PIXMAP, area))).subarray(HEADER);
      const seen = new Set<number>();
      for (let at = 0; at + 4 <= image.length; at += 4) seen.add(image.readUInt32LE(at) & 0xffffff);
      return seen.size;
    },
    async focus({ id }) {
      const toParent = 2;
      wire.tell(request(SET_INPUT_FOCUS, toParent, words32(id, 0)));
      await placeOf(root);
    },
    async click({ id }, at) {
      const { x, y } = await placeOf(id);
      fake(MOTION, 0, x + at.x, y + at.y);
      for (const kind of [BUTTON_PRESS, BUTTON_RELEASE]) fake(kind, 1);
      await placeOf(root);
    },
    async type(letters) {
      for (const letter of letters) await press(letter);
    },
    close: () => wire.close(),
  };
}

function words16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => buffer.writeUInt16LE(value, index * 2));
  return buffer;
}

function words32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => buffer.writeUInt32LE(value, index * 4));
  return buffer;
}

/** Padded to a multiple of four bytes. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function request(code: number, detail: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([code, detail]), words16(1 + body.length / 4), body]);
}

interface Wire {
  readonly root: number;
  readonly firstKey: number;
  readonly lastKey: number;
  /** Sends a request and waits for its reply. */
  ask(request: Buffer): Promise<Buffer>;
  /** Sends a request that has no reply. */
  tell(request: Buffer): void;
  close(): void;
}

/** Answers carry the number of their request, counted in 16 bits. */
async function connectTo(name: string): Promise<Wire> {
  const socket = connect(`/tmp/.X11-unix/X${name.replace(':', '')}`);
  const take = reader(socket);
  const littleEndian = 'l'.charCodeAt(0);
  socket.write(Buffer.concat([Buffer.from([littleEndian, 0]), words16(11, 0, 0, 0, 0)]));
  const head = await take(8);
  if (head[0] !== 1) throw new Error('The X server refuses');
  const setup = await take(head.readUInt16LE(6) * 4);
  const vendor = setup.readUInt16LE(16);
  const formats = setup[21] ?? 0;
  const root = setup.readUInt32LE(32 + Math.ceil(vendor / 4) * 4 + formats * 8);
  const waiting = new Map<number, PromiseWithResolvers<Buffer>>();
  let sent = 0;

  function send(bytes: Buffer): number {
    sent = (sent + 1) & 0xffff;
    socket.write(bytes);
    return sent;
  }

  async function receive(): Promise<never> {
    for (;;) {
      const start = await take(HEADER);
      const number = start.readUInt16LE(2);
      const asked = waiting.get(number);
      if (start[0] === REPLY) {
        const rest = await take(start.readUInt32LE(4) * 4);
        asked?.resolve(Buffer.concat([start, rest]));
      } else if (start[0] === ERROR) {
        asked?.reject(new Error(`The X server answers error ${start[1] ?? 0}`));
      } else {
        continue;
      }
      waiting.delete(number);
    }
  }
  receive().catch((error: unknown) => {
    for (const one of waiting.values()) one.reject(error);
  });
  return {
    root,
    firstKey: setup[26] ?? 8,
    lastKey: setup[27] ?? 255,
    ask(bytes) {
      const answer = Promise.withResolvers<Buffer>();
      waiting.set(send(bytes), answer);
      return answer.promise;
    },
    tell: (bytes) => void send(bytes),
    close: () => void socket.destroy(),
  };
}

/** Takes so many bytes from the socket as soon as they are there. */
function reader(socket: Socket): (bytes: number) => Promise<Buffer> {
  const stream = socket.iterator({ destroyOnReturn: false });
  let held = Buffer.alloc(0);
  return async (bytes) => {
    while (held.length < bytes) {
      const { value, done } = (await stream.next()) as IteratorResult<Buffer>;
      if (done) throw new Error('The X server closed the connection');
      held = Buffer.concat([held, value]);
    }
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
}
