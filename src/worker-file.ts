/**
 * The code of a worker thread that stands beside `module`: always the built JavaScript.
 *
 * Node strips the types of a source with WebAssembly, and V8 now and then crashes the whole process when a thread
 * that did so ends while others run.
 *
 * @param module  `import.meta.url` of who starts the worker
 * @param name    the worker's file, without extension
 */
export function workerFile(module: string, name: string): URL {
  if (!module.endsWith(".ts")) return new URL(`./${name}.js`, module);
  const source = module.lastIndexOf("/src/");
  return new URL(`./${name}.js`, `${module.slice(0, source)}/dist/${module.slice(source + "/src/".length)}`);
}
