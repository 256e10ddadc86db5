import type {Filter} from "../../reports/filter.ts";

export interface SearchFormProps {
  readonly action: string;
  /** What can be searched for. */
  readonly label: string;
  readonly search: string;
  readonly filters: readonly Filter[];
  /** What is chosen elsewhere on the page, and stays. */
  readonly carried?: readonly {readonly name: string; readonly value: string}[];
}

/** Words and choices that narrow a list; a GET form, so what is found has an address. */
export function SearchForm({action, label, search, filters, carried = []}: SearchFormProps) {
  return (
    <form class="wb-search" method="get" action={action}>
      <div class="wb-field">
        <label class="utrecht-form-label" for="zoek">
          {label}
        </label>
        <input
          class="utrecht-textbox utrecht-textbox--html-input"
          type="search"
          id="zoek"
          name="zoek"
          maxlength={80}
          value={search}
        />
      </div>
      {filters.map((filter) => (
        <FilterField filter={filter} />
      ))}
      {carried.map(({name, value}) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="utrecht-button utrecht-button--primary-action" type="submit">
        Toon
      </button>
    </form>
  );
}

function FilterField({filter}: {filter: Filter}) {
  return (
    <div class="wb-field">
      <label class="utrecht-form-label" for={`kies-${filter.name}`}>
        {filter.label}
      </label>
      <select class="utrecht-select utrecht-select--html-select" id={`kies-${filter.name}`} name={filter.name}>
        {filter.options.map(({value, label, isChosen}) => (
          <option value={value} selected={isChosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
