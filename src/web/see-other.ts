// 303: the browser asks for the page, so that going back or refreshing sends nothing again.
export function seeOther(location: string): Response {
  return new Response(null, {status: 303, headers: {Location: location, "Cache-Control": "no-store"}});
}
