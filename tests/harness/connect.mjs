// Connects the org as a browser would: follows the redirects of the OAuth web-server flow and keeps the
// cookie that binds the answer to the browser.

// Answers the id of the active connection. `api` has call(method, path, body).
export async function connectOrg(api, { loginUrl, consumerKey, consumerSecret }) {
  await api.call("PUT", "/apps/salesforce", { loginUrl, consumerKey, consumerSecret });
  const { id, authorizeUrl } = await api.call("POST", "/connections", { app: "salesforce", kind: "primary", flow: "web" });
  await walk(authorizeUrl);
  const connection = await api.call("GET", `/connections/${id}`);
  if (connection.state !== "active") throw new Error(`the connection is ${connection.state}: ${connection.cause}`);
  return id;
}

export async function walk(url) {
  const cookies = new Map();
  for (let hop = 0; hop < 10; hop += 1) {
    const origin = new URL(url).origin;
    const answer = await fetch(url, { redirect: "manual", headers: { cookie: cookies.get(origin) ?? "" } });
    const set = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    if (set.length > 0) cookies.set(origin, set.join("; "));
    const next = answer.headers.get("location");
    if (!next) {
      if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}`);
      return;
    }
    url = new URL(next, url).href;
  }
  throw new Error("the sign-in redirects without end");
}
