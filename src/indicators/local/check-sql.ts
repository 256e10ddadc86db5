import {UserError} from "../../errors.ts";
import {nearest} from "../../statistics/nearest.ts";

/** What json_serialize_sql of DuckDB tells of a text: its statements as a tree, or where it stumbles. */
export type SqlTree = null | boolean | number | string | readonly SqlTree[] | {readonly [name: string]: SqlTree};

type Node = {readonly [name: string]: SqlTree};

export interface KnownNames {
  /** What may be read: the shared steps. */
  readonly steps: readonly string[];
  /** Those of them that hold a row for each person, or for what a person got. */
  readonly personSteps: readonly string[];
  /** Tables and views of the database, which may not be read. */
  readonly tables: readonly string[];
}

/** What the text reads, once it was found fit. */
export interface ReadSteps {
  readonly readsPersons: boolean;
}

/**
 * Whether a text that somebody wrote may run as the facts of an indicator: one SELECT, in the common dialect, that reads
 * from the shared steps alone.
 *
 * What is not on a list of what may be is refused: tables, functions, types, parameters, and every other form. Columns
 * that tell people or households apart keep their name, so they never end in what a reader sees; `persoon` comes from a
 * step, so nobody can be counted double to pass the door.
 *
 * @throws UserError  one Dutch sentence: what may not be, and what to do
 */
export function checkSql(answer: SqlTree, sql: string, known: KnownNames): ReadSteps {
  const root = asNode(answer);
  if (root?.error === true) throw new UserError(stumbled(root, sql));
  // What the engines and our own parameters would each read in another way.
  if (/\$\w*\$/.test(sql))
    throw new UserError("schrijf tekst tussen enkele aanhalingstekens, niet tussen dollartekens");
  const statements = asList(root?.statements ?? null);
  if (statements.length !== 1) throw new UserError("er moet één SELECT staan, en niets erachter");
  const nodes = [...nodesOf(statements[0]!)];
  const own = ownSteps(nodes, known);
  const aliases = new Set([...own.keys(), ...known.steps, ...nodes.flatMap(tableNames)]);
  const aboutPersons = withOwn(known.personSteps, own);
  for (const node of nodes) checkNode(node, {known, own, aliases, aboutPersons});
  return {readsPersons: nodes.some((node) => known.personSteps.includes(nameOf(node.table_name)))};
}

function stumbled(root: Node, sql: string): string {
  if (root.error_type === "not implemented") return "er mag alleen één SELECT staan: schrijven of instellen kan niet";
  const position = Number(root.position ?? Number.NaN);
  const near = /near "([^"]{1,40})"/.exec(nameOf(root.error_message))?.[1];
  const line = Number.isNaN(position) ? "" : ` op regel ${sql.slice(0, position).split("\n").length}`;
  return `de SQL loopt vast${line}${near === undefined ? "" : `, bij '${near}'`}`;
}

interface Scope {
  readonly known: KnownNames;
  /** The `with` clauses, by name. */
  readonly own: ReadonlyMap<string, SqlTree>;
  /** Everything a column could be read from. */
  readonly aliases: ReadonlySet<string>;
  /** Steps and `with` clauses that hold people. */
  readonly aboutPersons: ReadonlySet<string>;
}

const queries = ["SELECT_NODE", "SET_OPERATION_NODE", "CTE_NODE"];
const sources = ["BASE_TABLE", "JOIN", "SUBQUERY", "EMPTY"];
const orders = ["ORDER_MODIFIER", "DISTINCT_MODIFIER", "ORDER_DEFAULT", "ASCENDING", "DESCENDING"];
const plainTypes = new Set([...queries, ...sources, ...orders]);

const expressionClasses = new Set([
  "BETWEEN",
  "CASE",
  "CAST",
  "COLUMN_REF",
  "COMPARISON",
  "CONJUNCTION",
  "CONSTANT",
  "FUNCTION",
  "OPERATOR",
  "PARAMETER",
  "STAR",
  "SUBQUERY",
  "WINDOW",
]);

/** What is true or not. */
const conditions = new Set([
  "COMPARE_IN",
  "COMPARE_NOT_IN",
  "OPERATOR_IS_NOT_NULL",
  "OPERATOR_IS_NULL",
  "OPERATOR_NOT",
]);

const operators = new Set([...conditions, "OPERATOR_COALESCE", "OPERATOR_NULLIF"]);

/** Those that say the same on both engines; LIKE is called ~~, extract date_part. */
const functions = new Set([
  ..."+ - * / % || ~~ !~~".split(" "),
  ..."abs ceil ceiling date_part date_trunc floor greatest least length lower make_date nullif replace substring trim upper".split(
    " ",
  ),
  ..."bool_and bool_or count count_star max min sum".split(" "),
  ..."dense_rank first_value lag last_value lead rank row_number".split(" "),
]);

const castTypes = new Set("BIGINT BOOLEAN DATE DOUBLE INTEGER INTERVAL SMALLINT TIMESTAMP VARCHAR".split(" "));

const parameters = new Set(["gemeente_code", "bekend_op", "van", "tot"]);

/** Who somebody is, whatever the table calls it. */
const forbiddenColumns = new Set(["client", "bsn", "bericht_id", "sha256"]);

/** They tell people and households apart: counted, compared and joined, and never shown. */
const tellingColumns = new Set(["persoon", "huishouden", "item"]);

function checkNode(node: Node, scope: Scope): void {
  const kind = nameOf(node.class);
  const type = nameOf(node.type);
  if (kind === "" ? !plainTypes.has(type) : !expressionClasses.has(kind)) throw new UserError(formRefusal(type));
  if (node.sample != null || node.at_clause != null) throw new UserError("een steekproef of een oude versie mag niet");
  if (asList(node.column_name_alias).length > 0)
    throw new UserError("geef kolommen hun naam met 'as', niet achter een tabel");
  if (type === "BASE_TABLE") checkTable(node, scope);
  if (type === "JOIN" && node.ref_type !== "REGULAR" && node.ref_type !== "CROSS") {
    throw new UserError("gebruik een gewone join met 'on' of 'using'");
  }
  if (type === "SELECT_NODE") checkSelect(node, scope);
  if (type === "SET_OPERATION_NODE") checkUnion(node);
  if (kind === "OPERATOR" && !operators.has(type)) throw new UserError(formRefusal(type));
  if (kind === "FUNCTION" || kind === "WINDOW") checkFunction(node);
  if (kind === "CAST") checkCast(node);
  if (kind === "STAR") checkStar(node);
  if (kind === "COLUMN_REF") checkColumn(node, scope);
  checkPerson(node);
  if (kind === "PARAMETER" && !parameters.has(nameOf(node.identifier))) {
    throw new UserError(
      `'$${nameOf(node.identifier)}' kennen we niet. Kies uit: ${[...parameters].map((name) => `$${name}`).join(", ")}`,
    );
  }
}

function formRefusal(type: string): string {
  if (type === "TABLE_FUNCTION")
    return "lezen uit een bestand of een functie mag niet: lees uit een stap, zoals known_hulp";
  if (type === "LIMIT_MODIFIER") return "'limit' mag niet: elk feit telt mee";
  if (type === "RECURSIVE_CTE_NODE") return "'with recursive' mag niet";
  return `deze vorm van SQL mag niet (${type.toLowerCase().replaceAll("_", " ")})`;
}

function checkTable(node: Node, {known, own}: Scope): void {
  const name = nameOf(node.table_name);
  const isPlain = nameOf(node.schema_name) === "" && nameOf(node.catalog_name) === "";
  if (isPlain && (known.steps.includes(name) || own.has(name))) return;
  const near = nearest(`known_${name}`, known.steps) ?? nearest(`told_${name}`, known.steps);
  throw new UserError(
    `'${name.slice(0, 60)}' mag niet worden gelezen.${near === null ? "" : ` Bedoelde u '${near}'?`} Lees uit een stap`,
  );
}

function checkSelect(node: Node, scope: Scope): void {
  if (node.qualify != null || node.aggregate_handling !== "STANDARD_HANDLING") {
    throw new UserError("'qualify' en 'group by all' mogen niet");
  }
  for (const item of asList(node.select_list)) checkItem(asNode(item)!, node, scope);
}

/** A column that tells people apart keeps its name, or is what is counted; and persoon is made of nothing else. */
function checkItem(item: Node, select: Node, {aboutPersons}: Scope): void {
  const name = itemName(item);
  if (item.class === "COLUMN_REF") {
    const column = lastName(item);
    if (tellingColumns.has(column) && name !== column && name !== "item") {
      throw new UserError(`'${column}' mag alleen '${column}' of 'item' heten, zodat niemand het te zien krijgt`);
    }
    if (name === "persoon" && column !== "persoon") throw new UserError(madeUpPerson);
    return;
  }
  if (name === "persoon" && !(isNull(item) && !readsPersons(select.from_table ?? null, aboutPersons))) {
    throw new UserError(madeUpPerson);
  }
  if (name === "item") return;
  const shown = shownColumns(item).find((column) => tellingColumns.has(column));
  if (shown !== undefined) {
    throw new UserError(`'${shown}' mag alleen geteld worden, of 'item' heten, zodat niemand het te zien krijgt`);
  }
}

const madeUpPerson =
  "'persoon' moet uit een stap komen. Alleen wat niet over mensen gaat, heeft: cast(null as integer) as persoon";

function isNull(item: Node): boolean {
  const child = item.class === "CAST" ? asNode(item.child ?? null) : item;
  return child?.class === "CONSTANT" && asNode(child.value ?? null)?.is_null === true;
}

function readsPersons(from: SqlTree, aboutPersons: ReadonlySet<string>): boolean {
  return [...nodesOf(from)].some((node) => aboutPersons.has(nameOf(node.table_name)));
}

/** The columns of which a value shows in what an expression gives: not what is counted, compared or put in order. */
function shownColumns(expression: SqlTree): string[] {
  const node = asNode(expression);
  if (node === null) return asList(expression).flatMap(shownColumns);
  switch (node.class) {
    case "COLUMN_REF":
      return [lastName(node)];
    case "COMPARISON":
    case "CONJUNCTION":
    case "BETWEEN":
      return [];
    case "OPERATOR":
      return conditions.has(nameOf(node.type)) ? [] : childrenOf(node);
    case "FUNCTION":
      return nameOf(node.function_name) === "count" ? [] : childrenOf(node);
    case "WINDOW":
      return nameOf(node.function_name) === "count" ? [] : childrenOf(node, ["partitions", "orders"]);
    case "SUBQUERY": {
      const query = asNode(asNode(node.subquery ?? null)?.node ?? null);
      return node.subquery_type === "SCALAR" ? shownColumns(query?.select_list ?? null) : [];
    }
    default:
      return childrenOf(node, ["when_expr"]);
  }
}

function childrenOf(node: Node, without: readonly string[] = []): string[] {
  return Object.entries(node).flatMap(([name, child]) => (without.includes(name) ? [] : shownColumns(child)));
}

/** In a union the names are those of the first part, so a column could change its name unseen. */
function checkUnion(node: Node): void {
  if (!["UNION", "EXCEPT", "INTERSECT"].includes(nameOf(node.setop_type)))
    throw new UserError("gebruik een gewone 'union'");
  const [left, right] = [namesOf(node.left ?? null), namesOf(node.right ?? null)];
  if (left.includes("*") || right.includes("*")) throw new UserError("noem bij 'union' de kolommen bij naam, zonder *");
  const moved = left.findIndex((name, index) => name !== right[index] && [name, right[index]].some(isTelling));
  if (moved >= 0) throw new UserError(`zet bij 'union' de kolom '${left[moved]}' op dezelfde plaats`);
}

function isTelling(name: string | undefined): boolean {
  return name !== undefined && tellingColumns.has(name);
}

function namesOf(query: SqlTree): string[] {
  const node = asNode(query);
  if (node?.type === "SET_OPERATION_NODE") return namesOf(node.left ?? null);
  return asList(node?.select_list ?? null).map((item) =>
    asNode(item)!.class === "STAR" ? "*" : itemName(asNode(item)!),
  );
}

function checkFunction(node: Node): void {
  const name = nameOf(node.function_name).toLowerCase();
  if (!functions.has(name)) throw new UserError(`de functie '${name}' mag niet`);
}

function checkCast(node: Node): void {
  const id = nameOf(asNode(node.cast_type ?? null)?.id ?? null);
  if (!castTypes.has(id) || node.try_cast === true) throw new UserError(`'cast' naar ${id.toLowerCase()} mag niet`);
}

function checkStar(node: Node): void {
  const changes = ["exclude_list", "replace_list", "rename_list", "qualified_exclude_list"];
  const isPlain =
    changes.every((name) => asList(node[name] ?? null).length === 0) && node.columns !== true && node.expr == null;
  if (!isPlain) throw new UserError("gebruik een gewone *, zonder 'exclude', 'replace' of 'columns'");
}

function checkColumn(node: Node, {aliases}: Scope): void {
  const name = lastName(node);
  if (forbiddenColumns.has(name)) throw new UserError(`'${name}' mag niet worden gelezen: het wijst mensen aan`);
  // The name of a table stands for its whole row, with all that is in it.
  if (aliases.has(name)) throw new UserError(`'${name}' is een tabel. Noem de kolom, of geef de tabel een andere naam`);
}

/**
 * Who a person is may be compared with who another is, counted, put in order or be there at all; never with a value, nor
 * worked with: that would point at one.
 */
function checkPerson(node: Node): void {
  const isPerson = (child: SqlTree): boolean => {
    const own = asNode(child);
    if (own?.class === "COLUMN_REF") return pointing.has(lastName(own));
    return own?.type === "OPERATOR_COALESCE" && asList(own.children ?? null).some(isPerson);
  };
  const children = Object.values(node).flatMap((child) => (Array.isArray(child) ? child : [child]) as SqlTree[]);
  const persons = children.filter(isPerson).length;
  if (persons > 0 && !mayHoldPersons(node, persons, children)) {
    throw new UserError("'persoon' en 'huishouden' mogen niet met een waarde worden vergeleken: dat wijst iemand aan");
  }
}

function mayHoldPersons(node: Node, persons: number, children: readonly SqlTree[]): boolean {
  const type = nameOf(node.type);
  switch (node.class) {
    case "COMPARISON":
      return persons === 2 || children.some(isSubquery);
    case "FUNCTION":
      return nameOf(node.function_name) === "count";
    case "OPERATOR":
      if (type === "COMPARE_IN" || type === "COMPARE_NOT_IN") return children.some(isSubquery);
      return conditions.has(type) || type === "OPERATOR_COALESCE";
    default:
      return node.class !== "BETWEEN" && node.class !== "CASE" && node.class !== "CAST";
  }
}

function isSubquery(child: SqlTree): boolean {
  return asNode(child)?.class === "SUBQUERY";
}

const pointing = new Set(["persoon", "huishouden"]);

/** The `with` clauses; none may stand before a table that may not be read. */
function ownSteps(nodes: readonly Node[], {tables, steps}: KnownNames): Map<string, SqlTree> {
  const entries = nodes.flatMap((node) => asList(asNode(node.cte_map ?? null)?.map)).map((entry) => asNode(entry)!);
  const taken = new Set([...tables, ...steps]);
  for (const {key, value} of entries) {
    const name = nameOf(key);
    if (!/^[a-z][a-z0-9_]*$/.test(name) || /^(pg|duckdb|sqlite|information)_/.test(name) || taken.has(name)) {
      throw new UserError(`geef de stap '${name.slice(0, 40)}' na 'with' een andere naam: zo heet al iets`);
    }
    if (asList(asNode(value ?? null)?.aliases).length > 0) {
      throw new UserError("geef kolommen hun naam met 'as', niet achter de naam van een stap");
    }
  }
  return new Map(entries.map(({key, value}) => [nameOf(key), value ?? null]));
}

/** The steps that hold people, and the `with` clauses that read from them, straight or through another. */
function withOwn(personSteps: readonly string[], own: ReadonlyMap<string, SqlTree>): Set<string> {
  const found = new Set(personSteps);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [name, query] of own) if (readsPersons(query, found)) found.add(name);
  }
  return found;
}

function tableNames(node: Node): string[] {
  return sources.includes(nameOf(node.type)) && nameOf(node.class) === ""
    ? [nameOf(node.alias), nameOf(node.table_name)].map((name) => name.toLowerCase()).filter((name) => name !== "")
    : [];
}

function itemName(item: Node): string {
  const alias = nameOf(item.alias);
  return alias !== "" || item.class !== "COLUMN_REF" ? alias.toLowerCase() : lastName(item);
}

function lastName(column: Node): string {
  return nameOf(asList(column.column_names ?? null).at(-1) ?? null).toLowerCase();
}

/** Every query, source, expression and modifier in a tree. Types of values are no nodes. */
function* nodesOf(tree: SqlTree): Generator<Node> {
  if (Array.isArray(tree)) {
    for (const part of tree) yield* nodesOf(part);
    return;
  }
  const node = asNode(tree);
  if (node === null) return;
  if (typeof node.type === "string") yield node;
  for (const [name, part] of Object.entries(node)) if (name !== "cast_type" && name !== "value") yield* nodesOf(part);
  // The value of a constant is data; that of a `with` clause, a query.
  if (asNode(node.value ?? null)?.query !== undefined) yield* nodesOf(node.value!);
}

function asNode(tree: SqlTree): Node | null {
  return tree !== null && typeof tree === "object" && !Array.isArray(tree) ? (tree as Node) : null;
}

function asList(tree: SqlTree | undefined): readonly SqlTree[] {
  return Array.isArray(tree) ? tree : [];
}

function nameOf(tree: SqlTree | undefined): string {
  return typeof tree === "string" ? tree : "";
}
