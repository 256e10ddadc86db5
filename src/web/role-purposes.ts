import type {RoleName} from "../access/role.ts";

/** The question with which each role comes. */
export const rolePurposes: Readonly<Record<RoleName, string>> = {
  bestuurder: "Komen wij uit met het geld, en wat is er te kiezen?",
  beleidsmaker: "Stijgt het alleen bij ons, en deed ons beleid iets?",
  controller: "Sluit het aan op het grootboek, en wat komt er nog?",
  contractmanager: "Wat spraken wij af, en wat is er geleverd?",
  teamleider: "Waar praten wij dinsdag over in het werkoverleg?",
  professional: "Wat kan er bij deze vraag, en hoe lang duurt dat?",
  aanbieder: "Hoe staan wij ervoor, en welke berichten kwamen terug?",
  raadslid: "Wat kost het, waardoor, en hebben inwoners er iets aan?",
  inwoner: "Wat gebeurt er met ons geld, en helpt het?",
  analist: "Geef mij de feiten, met hoe ze zijn geteld.",
  beheerder: "Kwam alles binnen, en wie mag wat zien?",
  "privacy-officer": "Wie keek naar wat, en mocht dat?",
};
