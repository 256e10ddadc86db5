/** Common Dutch names and made-up places. Put together at random: any likeness to a person is chance. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const lines = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const boyNames = words(`
  Jan Piet Kees Daan Sem Lucas Levi Finn Noah Milan Thijs Bram Jesse Ruben Mees Lars Tim Mohammed Yusuf Ali Emre Willem
  Hendrik Gerrit Johan Cornelis Peter Henk Hans Rob Marco Erik Dennis Jeroen Bart Wouter Joost Ömer André René Björn
`);
export const girlNames = words(`
  Anna Maria Johanna Emma Julia Sophie Mila Tess Zoë Sara Eva Lotte Lisa Fleur Noor Fatima Aïsha Esra Elif Yara Wilhelmina
  Cornelia Hendrika Grietje Trijntje Ria Ineke Marijke Petra Monique Esther Sandra Linda Kim Iris Renée Chloé Loïs Maud Jet
`);

/** With the part that stands before it: "de|Vries". */
export const surnames = lines(`
  de|Vries, de|Jong, Jansen, Bakker, Visser, Smit, Meijer, de|Boer, Mulder, de|Groot, Bos, Vos, Peters, Hendriks, Dekker,
  van|Leeuwen, van den|Berg, van der|Meer, van der|Linden, van|Dijk, Brouwer, de|Wit, Dijkstra, Smits, de|Graaf, Kok, Jacobs,
  van der|Veen, Prins, Huisman, Postma, Kuiper, Veenstra, Kramer, van den|Brink, Scholten, van|Wijk, Willems, Hoekstra, Koster,
  Yılmaz, Kaya, Öztürk, El Amrani, Benali, Özdemir, Çelik, Nguyen, Kowalski, Nowak, Hernández, Sørensen, Müller, de|Hoop,
  ter|Haar, ten|Cate, op den|Akker, uit de|Haag, van 't|Hof, Akkermans, Rietveld, Zonneveld, Molenaar, Schippers, Timmermans
`);

export const wijkNames = lines(`
  Oude Haven, Molenveld, Lindehout, Centrum, Heuvelkwartier, Waterlanden, Vogelhoek, Zonneweide, Dijkzicht, Schepenwijk,
  De Wending, Buitenpolder, Hoge Es, Kruisland, Rietoever, Kloosterveen, Noorderdiep, Sterrenhof, Vestingpark, Wilgenrade,
  Lage Landen, Zuiderkreek, Eikenstein, Overhoeven, Ambachtsveld, De Zaaijer, Kornoelje, Meerwijkerland, Achterdijk, Veldzicht
`);

const buurtBeginnings = lines(`
  Ooster, Wester, Noorder, Zuider, Nieuwe, Oude, Grote, Kleine, Hoge, Lage, Binnen, Buiten, Achter, Voor, Midden, Over
`);
const buurtEndings = lines(`
  hof, veld, gaarde, dreef, kade, brink, horst, weide, laan, poort, singel, akker, bosch, beek, werf, sluis, kreek, terp
`);

export const emptyBuurtNames = lines(`
  Bedrijvenpark Sluispolder, Havengebied, Polder Achterdijk, Landgoed De Hoeve, Industrieterrein Noord, Golfpark
`);

const streetBeginnings = lines(`
  Appel, Beuken, Citroën, Dahlia, Eiken, Fazanten, Gouden, Haver, Iepen, Jasmijn, Kastanje, Linde, Merel, Notaris, Olmen,
  Peren, Rozen, Sering, Tulpen, Uilen, Vlier, Wilgen, Zilver, Zwaluw, Kapiteins, Schippers, Molenaars, Bakkers, Smids
`);
const streetEndings = lines("straat, laan, hof, pad, dreef, weg, plein, singel, kade, erf");

export const aanbiederNames = {
  hh: lines(`
    Helder Thuis, De Stofwolk, Huis & Haard Hulp, Thuishulp De Bezem, Zorgzaam Wonen, Schoon Genoeg, Blink Thuiszorg, Heuvelhulp,
    Thuis in Orde, De Witte Schort
  `),
  begeleiding: lines(`
    De Vaste Hand, Stap Verder, Wegwijs Begeleiding, Oever & Zo, Het Kompas, Naast Je, De Schakelaar, Begeleid op Maat, Spoor Zuid,
    De Richting, Eigen Kracht Thuis, Zij aan Zij, De Brugwachter, Vooruit Begeleiding
  `),
  dagbesteding: lines(
    "Zorgboerderij De Terp, De Werkwinkel, Dagcentrum Zonzijde, De Tuinkamer, Atelier De Kwast, Boerderij Overzee",
  ),
  hulpmiddelen: lines("Wielwerk Hulpmiddelen, Mobiel Verder, Rolrijk, Liftgoed, Aanbouw & Aanpak, Drempelvrij Bouw"),
  vervoer: lines("Heuveldamse Taxi, Meerijden, De Zorgbus"),
  wonen: lines("De Beschutting, Huize Ankerplaats, Onderdak, Thuishaven Wonen"),
  jeugd: lines(`
    Jeugdkracht, De Springplank, Gezin Centraal, Jong & Zo, Kansrijk Jeugdhulp, De Waaier, Opgroeien Doe Je Samen, Zelfstandig Jong,
    De Kleine Held, Thuisbasis, Veer Jeugdhulp, Op Eigen Wieken, Buitenkans, Het Klimrek, Jeugdhuis Noord, Horizontaal, De Wip
  `),
  ggz: lines(`
    Praktijk Mindermoe, Kinderpsychologie De Linde, Jong van Geest, GGZ Jeugd Waterland, De Denktuin, Praktijk Rustpunt, Praktijk Zee,
    Leesvlucht, Lettergreep, Kinderpraktijk Zonnestraal, Psychologen aan de Kade, Hoofdzaak Jeugd, Praktijk Vlinder, Ankerpunt
  `),
  gi: lines("Veilig Opgroeien, Bureau Kinderbelang, De Voogdijgroep"),
  pleegzorg: lines("Pleegzorg Twee Huizen, Pleeggezin Plus, Samen Thuis Pleegzorg"),
  verblijf: lines(
    "De Hoeve Jeugdhulp, Behandelcentrum Berkenhof, Gezinshuis De Ark, Gezinshuis Zonnehoek, Jeugddorp Overoever, De Veilige Haven",
  ),
  landelijk: lines("Landelijk Centrum Eetstoornissen, Instituut Doof & Jong"),
} as const;

export function buurtName(number: number): string {
  return `${buurtBeginnings[number % buurtBeginnings.length]}${buurtEndings[(number * 7 + Math.floor(number / 16)) % buurtEndings.length]}`;
}

export function streetName(number: number): string {
  const beginning = streetBeginnings[number % streetBeginnings.length];
  return `${beginning}${streetEndings[Math.floor(number / streetBeginnings.length) % streetEndings.length]}`;
}
