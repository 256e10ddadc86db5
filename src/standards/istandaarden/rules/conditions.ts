import {messageRule, type Rule} from "./rule.ts";

/** CD: when an element is filled and when it is left out. */
export const conditions: readonly Rule[] = [
  messageRule("CD005", ["301"], "Een adres heeft een LandCode als het een postcode heeft, en anders niet."),
  messageRule("CD007", ["301"], "Een taal staat er bij een tolk taal (vorm 1), en anders niet."),
  messageRule("CD009", ["301"], "Alleen een tijdelijk adres (soort 04) heeft een periode."),
  messageRule("CD025", ["301"], "Een adres in Nederland heeft een huisnummer."),
  messageRule("CD034", ["301"], "Een BRP-adres of verblijfadres heeft een postcode."),
  messageRule("CD041", ["301", "315", "317"], "Een product met een code heeft een omvang."),
  messageRule(
    "CD043",
    ["315"],
    "De ingangsdatum van een beschikking staat er als het nummer er staat, en anders niet.",
  ),
  messageRule("CD060", ["323", "325"], "Een creditregel noemt de regel die terugkomt; een debetregel noemt er geen."),
  messageRule("CD066", ["315"], "Een arts of gecertificeerde instelling met een code heeft geen naam."),
  messageRule("CD067", ["315"], "Een arts of gecertificeerde instelling zonder code heeft een naam."),
  messageRule("CD068", ["315"], "Andere verwijzers hebben geen zorgverlenerscode."),
  messageRule("CD075", ["301", "315", "317"], "Wat een budget heeft, heeft een einddatum."),
  messageRule("CD076", ["301", "315", "317"], "Een omvang per week heeft een einddatum."),
  messageRule("CD077", ["301", "315", "317"], "Wat een budget heeft, heeft geen omvang."),
  messageRule("CD078", ["301", "315", "317"], "Wat een omvang heeft, heeft geen budget."),
  messageRule("CD079", ["301", "315", "317"], "Zonder budget staat er een product."),
  messageRule("CD080", ["301"], "Een toewijzing zonder productcode heeft sinds 2021 geen omvang."),
  messageRule("CD085", ["319"], "Een afwijzing heeft een reden."),
  messageRule("CD086", ["319"], "Een verzoek dat nog in onderzoek is, heeft geen reden van afwijzing."),
  messageRule("CD087", ["323"], "Een regel heeft een tarief, behalve als de eenheid euro's is."),
  messageRule("CD095", ["315"], "Een gevraagd product zonder code heeft sinds 2021 geen omvang."),
  messageRule("CD096", ["317"], "Een nieuw product zonder code heeft sinds 2021 geen omvang."),
];
