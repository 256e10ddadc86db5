import type {Field, QuestionLine} from "../../reports/question-line.ts";

/** The question of the page: closed it is a sentence, open it is the form that changes it. */
export function QuestionForm({question, isOpen = false}: {question: QuestionLine; isOpen?: boolean}) {
  return (
    <details class="wb-question" open={isOpen}>
      <summary>
        <span>{question.words.map((word) => (word.isChoice ? <b>{word.text}</b> : word.text))}</span>
        <span class="wb-question-change">Wijzig</span>
      </summary>
      <form method="get" action={question.action}>
        {question.fields.map((field) =>
          field.several === undefined ? (
            <div class="wb-field">
              <label class="utrecht-form-label" for={`vraag-${field.name}`}>
                {field.label}
              </label>
              <FieldInput field={field} />
            </div>
          ) : (
            <Several field={field} hint={field.several} />
          ),
        )}
        {question.carried.map(({name, value}) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          Toon
        </button>
      </form>
      {question.widenings.length === 0 ? null : (
        <ul>
          {question.widenings.map(({label, href}) => (
            <li>
              <a class="utrecht-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function FieldInput({field}: {field: Field}) {
  const id = `vraag-${field.name}`;
  return (
    <select class="utrecht-select utrecht-select--html-select" id={id} name={field.name}>
      {field.options.map(({value, label, isChosen}) => (
        <option value={value} selected={isChosen}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** A long list stays closed until somebody chose from it. */
function Several({field: {name, label, options}, hint}: {field: Field; hint: string}) {
  const count = options.filter(({isChosen}) => isChosen).length;
  return (
    <details class="wb-several" open={count > 0}>
      <summary>
        <span>{count === 0 ? label : `${label}: ${count} gekozen`}</span>
      </summary>
      <fieldset aria-describedby={`vraag-${name}-uitleg`}>
        <legend class="wb-visually-hidden">{label}</legend>
        <p class="wb-hint" id={`vraag-${name}-uitleg`}>
          {hint}
        </p>
        <div class="wb-several-options">
          {options.map((option) => (
            <label>
              <input
                class="utrecht-checkbox utrecht-checkbox--html-input"
                type="checkbox"
                name={name}
                value={option.value}
                checked={option.isChosen}
              />
              {option.label}
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
