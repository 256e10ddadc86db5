import {type FaultKind, KnownUserFault, type SignInFault, TooManyAttempts} from "../../access/sign-in/sign-in-fault.ts";
import {type EntrancePage, signInPath} from "../entrance/entrance.ts";

const words: Readonly<Record<FaultKind, {status: EntrancePage["status"]; title: string; line: string}>> = {
  down: {
    status: 503,
    title: "U kunt u nu niet aanmelden",
    line: "De aanmelddienst geeft geen antwoord. Wie al is aangemeld, kan gewoon verder. Probeer het over een paar minuten opnieuw.",
  },
  refused: {
    status: 400,
    title: "Het aanmelden is niet gelukt",
    line: "Wat de browser meestuurde, klopte niet of was verlopen. Begin opnieuw.",
  },
  cancelled: {
    status: 403,
    title: "U bent niet aangemeld",
    line: "Het aanmelden is gestopt bij de aanmelddienst. Begin opnieuw als u toch naar binnen wilt.",
  },
  assurance: {
    status: 403,
    title: "Meld u aan met een tweede stap",
    line: "Voor Wijkbalans is een zekerder manier van aanmelden nodig, zoals een code op uw telefoon. Begin opnieuw, of vraag het aan de beheerder.",
  },
  settings: {
    status: 503,
    title: "U kunt u nu niet aanmelden",
    line: "De aanmelddienst kent Wijkbalans niet zoals het is ingesteld. Vraag de beheerder om de instellingen na te kijken.",
  },
  blocked: {
    status: 403,
    title: "U mag niet naar binnen",
    line: "Een beheerder heeft uw toegang stopgezet. Vraag het aan de beheerder.",
  },
  "no-role": {
    status: 403,
    title: "U heeft nog geen rol",
    line: "Daarom is er nog niets voor u te zien. Vraag de beheerder om u een rol te geven, en meld u daarna opnieuw aan.",
  },
  "too-many": {
    status: 429,
    title: "Wacht even met aanmelden",
    line: "Er ging hier te vaak iets mis. Wacht een paar minuten en begin dan opnieuw.",
  },
};

/** Why somebody was not let in, and what he can do. */
export function signInProblem(fault: SignInFault): EntrancePage {
  const {status, title, line} = words[fault.kind];
  const content = (
    <>
      <h1>{title}</h1>
      <div class="wb-alert wb-alert-fault wb-part-near">
        <p>{line}</p>
      </div>
      {fault instanceof KnownUserFault ? (
        <p class="wb-part-near">
          U meldde zich aan als <b>{fault.userName}</b>. De beheerder vindt u onder nummer <code>{fault.userId}</code>.
        </p>
      ) : null}
      <p class="wb-part-near">
        <a href={signInPath}>Meld u opnieuw aan</a>
      </p>
    </>
  );
  const headers: Record<string, string> =
    fault instanceof TooManyAttempts ? {"Retry-After": String(fault.seconds)} : {};
  return {page: {title, content}, status, headers};
}

/** A form that was sent by who is not signed in, or no longer. */
export function mustSignIn(): EntrancePage {
  const title = "Meld u eerst aan";
  const content = (
    <>
      <h1>{title}</h1>
      <div class="wb-alert wb-alert-fault wb-part-near">
        <p>U bent niet aangemeld. Er is niets veranderd. Meld u aan en doe het daarna opnieuw.</p>
      </div>
      <p class="wb-part-near">
        <a href={signInPath}>Meld u aan</a>
      </p>
    </>
  );
  return {page: {title, content}, status: 401};
}

/** @param providerUrl  where to sign out at the provider too; the browser goes there by itself */
export function signedOut(providerUrl: URL | null): EntrancePage {
  const title = "U bent afgemeld";
  const content = (
    <>
      <h1>{title}</h1>
      {providerUrl === null ? (
        <p class="wb-kern">Op een computer van iemand anders? Sluit dan ook de browser.</p>
      ) : (
        <p class="wb-kern">
          <a href={providerUrl.href}>Ga verder naar uw organisatie</a> om u ook daar af te melden.
        </p>
      )}
      <p class="wb-part-near">
        <a href={signInPath}>Meld u opnieuw aan</a>
      </p>
    </>
  );
  // A form may lead to our own pages alone, so the browser is not sent on but goes on from a page of ours.
  const goOn: Record<string, string> = providerUrl === null ? {} : {Refresh: `0; url=${providerUrl.href}`};
  return {page: {title, content}, status: 200, headers: {...goOn, "Clear-Site-Data": '"cache"'}};
}
