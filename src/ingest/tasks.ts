import type {Delivered} from "./sources/delivery.ts";
import type {Task, TaskFile} from "./workers/protocol.ts";

const mostFiles = 64;
const mostBytes = 4 * 1024 * 1024;

/** Files as tasks for the workers. What cannot be read at all is told to `onUnread`. */
export async function* fileTasks(
  files: AsyncIterable<Delivered>,
  onUnread: (name: string, problem: string) => void,
): AsyncGenerator<Task> {
  let task: TaskFile[] = [];
  let bytes = 0;
  for await (const {name, content, problems} of files) {
    if (content === null) {
      onUnread(name, problems[0]?.problem ?? "");
      continue;
    }
    task.push({name, problems, content});
    if (typeof content !== "string") bytes += content.length;
    if (task.length < mostFiles && bytes < mostBytes) continue;
    yield {kind: "files", files: task};
    task = [];
    bytes = 0;
  }
  if (task.length > 0) yield {kind: "files", files: task};
}
