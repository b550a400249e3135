// The HTTP API as the demo and the benchmarks use it.
import { createInterface } from "node:readline";
import { Readable } from "node:stream";

export class Api {
  constructor(url, key) {
    this.base = `${url}/api/v1`;
    this.key = key;
  }

  // `body` is a string or stream (sent as it is) or an object (sent as JSON). Throws on anything but 2xx.
  async call(method, path, body, headers = {}) {
    const stream = body instanceof ReadableStream;
    const answer = await fetch(this.base + path, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...(body && { "content-type": "application/json" }), ...headers },
      body: stream || typeof body === "string" ? body : body && JSON.stringify(body),
      ...(stream && { duplex: "half" }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }

  // Calls `onEvent(name, data)` for each server-sent event until it answers true.
  async follow(path, onEvent) {
    const answer = await fetch(this.base + path, {
      headers: { authorization: `Bearer ${this.key}`, accept: "text/event-stream" },
    });
    let name = "message";
    for await (const line of createInterface({ input: Readable.fromWeb(answer.body) })) {
      if (line.startsWith("event:")) name = line.slice(6).trim();
      if (line.startsWith("data:") && onEvent(name, JSON.parse(line.slice(5)))) return;
    }
  }

  // Starts a run and follows it to its end; answers the run.
  async run(sync, kind, onProgress = () => {}) {
    const { id } = await this.call("POST", `/syncs/${sync}/runs`, { kind });
    await this.follow(`/runs/${id}/events`, (name, data) => {
      if (name === "progress") onProgress(data);
      return name === "end";
    });
    return this.call("GET", `/runs/${id}`);
  }
}
