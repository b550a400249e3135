// The console's one Worker with the WebAssembly module: pages share it.
import { connect, type RemoteCrosswalk } from '@crosswalk/core/worker';

let connection: Promise<RemoteCrosswalk> | undefined;

export function core(): Promise<RemoteCrosswalk> {
  connection ??= connect();
  // Who asks after a failure tries again.
  connection.catch(() => {
    connection = undefined;
  });
  return connection;
}
