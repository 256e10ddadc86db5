import {type Grant, keyOfGrant} from "../../access/grant.ts";
import {roleLabels} from "../../access/role.ts";
import {chooseRolePath} from "../entrance/entrance.ts";
import {formTokenField} from "../form-token.ts";
import {rolePurposes} from "../role-purposes.ts";
import type {Page} from "../route.ts";

export interface ChoosableRole {
  readonly grant: Grant;
  /** "Team Noord"; null: all of Heuveldam. */
  readonly scopeName: string | null;
}

export interface ChooseRoleProps {
  readonly roles: readonly ChoosableRole[];
  /** The key of the grant one looks in now; null: as administrator of this machine. */
  readonly current: string | null;
  readonly formToken: string;
}

/** The twelve who use Wijkbalans, to try each of them on Heuveldam. */
export function chooseRolePage({roles, current, formToken}: ChooseRoleProps): Page {
  const title = "Kies een rol";
  const content = (
    <>
      <h1>{title}</h1>
      <p class="wb-kern">
        Twaalf soorten mensen gebruiken Wijkbalans. Kies wie u bent, en zie Heuveldam zoals zij het zien. Heuveldam
        bestaat niet, dus u kunt niets stukmaken.
      </p>
      <section class="wb-part-near" aria-labelledby="rollen-kop">
        <h2 id="rollen-kop">Ieder komt met een eigen vraag</h2>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Rol</th>
              <th scope="col">Komt voor</th>
              <th scope="col">Ziet</th>
              <th scope="col">Kies</th>
            </tr>
          </thead>
          <tbody>
            {roles.map(({grant, scopeName}) => {
              const name = roleLabels[grant.role];
              const purpose = rolePurposes[grant.role];
              const key = keyOfGrant(grant);
              return (
                <tr>
                  <th scope="row">{name}</th>
                  <td class="wb-whole">
                    <span class="wb-cell-label">Komt voor</span>
                    {purpose}
                  </td>
                  <td>
                    <span class="wb-cell-label">Ziet</span>
                    {scopeName ?? "heel Heuveldam"}
                  </td>
                  <td class="wb-whole">
                    {key === current ? (
                      <b>Zo kijkt u nu</b>
                    ) : (
                      <form method="post" action={chooseRolePath}>
                        <input type="hidden" name={formTokenField} value={formToken} />
                        <input type="hidden" name="rol" value={grant.role} />
                        <button class="wb-button-plain" type="submit">
                          Kijk als {name.toLowerCase()}
                        </button>
                      </form>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {current === null ? (
        <p class="wb-part-near">U kijkt nu als de beheerder van deze computer, die alles ziet.</p>
      ) : (
        <form method="post" action={chooseRolePath} class="wb-choices">
          <input type="hidden" name={formTokenField} value={formToken} />
          <input type="hidden" name="rol" value="geen" />
          <button class="wb-button-plain" type="submit">
            Stop met deze rol
          </button>
        </form>
      )}
    </>
  );
  return {title, content};
}
