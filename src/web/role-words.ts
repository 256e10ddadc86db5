import type {RoleName} from "../access/role.ts";

/** What a role is called, and what it comes for. */
export const roleWords: Readonly<Record<RoleName, {readonly name: string; readonly purpose: string}>> = {
  bestuurder: {name: "Wethouder of bestuurder", purpose: "Komen wij uit met het geld, en wat is er te kiezen?"},
  beleidsmaker: {name: "Beleidsmaker", purpose: "Stijgt het alleen bij ons, en deed ons beleid iets?"},
  controller: {name: "Controller", purpose: "Sluit het aan op het grootboek, en wat komt er nog?"},
  contractmanager: {name: "Contractmanager", purpose: "Wat spraken wij af, en wat is er geleverd?"},
  teamleider: {name: "Teamleider", purpose: "Waar praten wij dinsdag over in het werkoverleg?"},
  professional: {name: "Wijkteamprofessional", purpose: "Wat kan er bij deze vraag, en hoe lang duurt dat?"},
  aanbieder: {name: "Zorgaanbieder", purpose: "Hoe staan wij ervoor, en welke berichten kwamen terug?"},
  raadslid: {name: "Raadslid", purpose: "Wat kost het, waardoor, en hebben inwoners er iets aan?"},
  inwoner: {name: "Inwoner", purpose: "Wat gebeurt er met ons geld, en helpt het?"},
  analist: {name: "Data-analist", purpose: "Geef mij de feiten, met hoe ze zijn geteld."},
  beheerder: {name: "Beheerder", purpose: "Kwam alles binnen, en wie mag wat zien?"},
  "privacy-officer": {name: "Privacy officer", purpose: "Wie keek naar wat, en mocht dat?"},
};
