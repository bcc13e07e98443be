/**
 * What people call the places and clocks that Intl has no name for: a zone, the country it is said in, the names.
 * A name that stands under several zones is asked about, unless the person's country tells which.
 * Left out on purpose: names that many towns share (Springfield, Georgetown).
 */
export const placeNames = `
America/New_York US: niagara falls, boston, miami, orlando, tampa, jacksonville, fort lauderdale, atlanta, savannah, philadelphia, philly, pittsburgh, washington, washington dc, baltimore, charlotte, raleigh, cleveland, cincinnati, buffalo, albany, brooklyn, manhattan, queens, bronx, staten island, nyc, new york city, newark, providence, richmond, virginia beach, portland, manchester, cambridge, hartford, tallahassee, naples, jersey, knoxville
Europe/Jersey GB: jersey
America/Detroit US: detroit, ann arbor, grand rapids, lansing
America/Boise US: boise
America/Indianapolis US: indianapolis, fort wayne, south bend
America/Chicago US: houston, dallas, austin, san antonio, fort worth, kansas city, st louis, saint louis, minneapolis, saint paul, st paul, milwaukee, madison, new orleans, baton rouge, nashville, memphis, birmingham, montgomery, mobile, huntsville, omaha, des moines, oklahoma city, tulsa, little rock, wichita, jackson, pensacola
America/Denver US: albuquerque, santa fe, salt lake city, colorado springs, el paso, cheyenne, billings, navajo nation
America/Phoenix US: tucson, mesa, scottsdale, flagstaff
America/Los_Angeles US: la, l a, san francisco, san diego, san jose, sacramento, oakland, fresno, long beach, seattle, spokane, tacoma, portland, las vegas, vegas, reno, bay area, silicon valley, washington
America/Anchorage US: fairbanks
America/Juneau US: juneau
Pacific/Honolulu US: maui, oahu
America/Puerto_Rico US: san juan
America/Argentina/San_Juan AR: san juan
America/Toronto CA: ottawa, longueuil, st catharines, saint catharines, niagara falls, montreal, quebec, quebec city, ville de quebec, laval, gatineau, mississauga, brampton, markham, kitchener, hamilton, sherbrooke, trois rivieres, thunder bay, sudbury, sault ste marie, timmins, north bay, barrie, oshawa, guelph, saguenay, rimouski, levis, drummondville
Atlantic/Bermuda BM: hamilton
America/Winnipeg CA: kenora, brandon, dryden, steinbach
America/Regina CA: saskatoon, moose jaw
America/Edmonton CA: calgary, banff, yellowknife, red deer, northwest territories, cranbrook, lethbridge, medicine hat, fort mcmurray, grande prairie
America/Whitehorse CA: yukon
America/Iqaluit CA: nunavut
America/Rankin_Inlet CA: nunavut
America/Vancouver CA: victoria, burnaby, surrey, kelowna, kamloops, nanaimo, prince george, abbotsford
America/Costa_Rica CR: san jose
Australia/Melbourne AU: victoria
America/Halifax CA: charlottetown, fredericton, saint john, moncton, prince edward island, pei
America/St_Johns CA: newfoundland, terre neuve
America/Goose_Bay CA: labrador
America/Mexico_City MX: guadalajara, puebla, cdmx, mexico df, ciudad de mexico
America/Hermosillo MX: sonora
America/Merida MX: merida
Europe/Madrid ES: merida, cordoba, barcelona, valencia, sevilla, seville, zaragoza, bilbao, malaga, alicante, mallorca
America/Cordoba AR: cordoba
Atlantic/Canary ES: tenerife, gran canaria, las palmas, lanzarote, canary islands, canaries, islas canarias, iles canaries
America/Sao_Paulo BR: rio de janeiro, rio, brasilia, curitiba, porto alegre, belo horizonte
America/Guayaquil EC: quito
America/Bogota CO: medellin, cali
Europe/London GB: london, manchester, birmingham, leeds, liverpool, sheffield, bristol, newcastle, nottingham, leicester, glasgow, edinburgh, edimbourg, cardiff, belfast, brighton, oxford, cambridge, york, southampton, plymouth, bolton, preston, darwen, derby, luton, londres, bst, gmt
UTC ZZ: utc, gmt
Australia/Sydney AU: newcastle, canberra, wollongong, nsw, new south wales
Australia/Brisbane AU: gold coast, cairns, queensland
Australia/Adelaide AU: south australia
Australia/Darwin AU: northern territory, alice springs
Australia/Perth AU: western australia
Australia/Hobart AU: tasmania, tassie
Pacific/Auckland NZ: wellington, christchurch, dunedin, nzst, nzdt, nzt
Europe/Dublin IE: cork, galway, limerick, irlande, eire, ist
Asia/Calcutta IN: kolkata, mumbai, bombay, delhi, new delhi, bangalore, bengaluru, hyderabad, chennai, madras, pune, ahmedabad, ist
Asia/Karachi PK: lahore, islamabad, hyderabad
Asia/Jerusalem IL: tel aviv, haifa, ist
Europe/Paris FR: lyon, lyons, marseille, marseilles, toulouse, nice, nantes, montpellier, strasbourg, bordeaux, lille, rennes, reims, toulon, grenoble, dijon, angers, nimes, brest, tours, limoges, metz, nancy, rouen, caen, perpignan, orleans, besancon, corse, corsica, bretagne, ajaccio, bastia, metropole, vienne, vincennes
Europe/Paris ZZ: cet, cest
Europe/Berlin DE: munich, munchen, muenchen, hamburg, hambourg, frankfurt, francfort, cologne, koln, koeln, stuttgart, dusseldorf, duesseldorf, leipzig, dresden, hannover, hanover, nuremberg, nurnberg, bonn
Europe/Vienna AT: salzburg, graz, innsbruck, linz, vienne
Europe/Zurich CH: geneva, geneve, basel, bale, bern, berne, lausanne, neuchatel, fribourg
Europe/Brussels BE: bruxelles, brussel, antwerp, anvers, gent, ghent, gand, liege, namur, charleroi, bruges
Europe/Amsterdam NL: rotterdam, the hague, den haag, la haye, utrecht, eindhoven
Europe/Rome IT: milan, milano, roma, naples, napoli, turin, torino, florence, firenze, venice, venezia, venise, bologna, palermo, sicily, sardinia
Europe/Lisbon PT: porto, lisboa, lisbonne
Europe/Athens GR: thessaloniki, athenes
Europe/Warsaw PL: krakow, cracow, lodz, gdansk, wroclaw, poznan, lublin, varsovie, warszawa
Europe/Moscow RU: st petersburg, saint petersburg, moscou
Europe/Copenhagen DK: copenhague, aarhus
Europe/Stockholm SE: gothenburg, malmo
Europe/Oslo NO: bergen, trondheim
Europe/Istanbul TR: ankara, izmir
Europe/Kiev UA: kyiv, odesa, lviv, kharkiv
Asia/Tokyo JP: osaka, kyoto, yokohama, nagoya, sapporo, jst
Asia/Shanghai CN: beijing, pekin, guangzhou, shenzhen, chengdu, wuhan
Asia/Saigon VN: ho chi minh, ho chi minh city, hanoi
Asia/Katmandu NP: kathmandu
Asia/Rangoon MM: yangon
Asia/Dubai AE: abu dhabi
Asia/Riyadh SA: jeddah, mecca
Asia/Manila PH: cebu, quezon city
Africa/Johannesburg ZA: cape town, durban, pretoria, le cap
Africa/Casablanca MA: rabat, marrakech, marrakesh, fes
Africa/Algiers DZ: alger, oran
Africa/Lagos NG: abuja
Africa/Nairobi KE: mombasa
Indian/Reunion RE: la reunion, saint denis, saint pierre
America/Miquelon PM: saint pierre, miquelon
Asia/Almaty KZ: astana, nur sultan, shymkent, karaganda
Asia/Qyzylorda KZ: kyzylorda, kzyl orda
America/Guadeloupe GP: pointe a pitre, basse terre
America/Martinique MQ: fort de france
Pacific/Tahiti PF: papeete, polynesie
Indian/Mayotte YT: mamoudzou
Pacific/Wallis WF: mata utu
America/St_Barthelemy BL: gustavia, saint barth, st barth
Pacific/Noumea NC: nouvelle caledonie
America/Godthab GL: nuuk
Atlantic/Faeroe FO: faroe, torshavn
Pacific/Ponape FM: pohnpei
Pacific/Truk FM: chuuk
Africa/Asmera ER: asmara
Pacific/Easter CL: easter island
`;

/**
 * The clocks people name by a word or an abbreviation, by the country it is said in; what is said elsewhere of
 * Eastern or PST is meant as in the US. MST may be Arizona's; Saskatchewan keeps Central time without changing clocks.
 */
export const clockNames = `
America/New_York US: eastern, et, est, edt
America/Chicago US: central, ct, cst, cdt
America/Denver US: mountain, mt, mst, mdt
America/Phoenix US: mst
America/Los_Angeles US: pacific, pt, pst, pdt
America/Anchorage US: akt, akst, akdt
Pacific/Honolulu US: hawaiian, hst
America/Halifax US: atlantic, ast, adt
America/Toronto CA: eastern, est, et, edt
America/Winnipeg CA: central, centre, ct, cst, cdt
America/Regina CA: central, centre, ct, cst
America/Edmonton CA: mountain, rocheuses, mt, mst, mdt
America/Vancouver CA: pacific, pacifique, pt, pst, pdt
America/Halifax CA: atlantic, atlantique, at, ast, adt
America/St_Johns CA: nst, ndt
Australia/Sydney AU: eastern, est, aest, aedt
Australia/Brisbane AU: eastern, est, aest
Australia/Adelaide AU: central, cst, acst, acdt
Australia/Darwin AU: central, cst, acst
Australia/Perth AU: western, wst, awst
`;

/**
 * States and provinces by postal abbreviation and name. `=` gives the zone meant where the other has few people,
 * none of whom would name the state to say what their clock shows.
 */
export const regionNames = `
AL Alabama
AK Alaska = America/Anchorage
AZ Arizona, Ariz = America/Phoenix
AR Arkansas
CA California, Californie, Calif
CO Colorado
CT Connecticut
DC District of Columbia
DE Delaware
FL Florida, Floride, Fla
GA Georgia
HI Hawaii
ID Idaho
IL Illinois
IN Indiana
IA Iowa
KS Kansas = America/Chicago
KY Kentucky
LA Louisiana, Louisiane
ME Maine
MD Maryland
MA Massachusetts
MI Michigan = America/New_York
MN Minnesota, Minn
MS Mississippi
MO Missouri
MT Montana
NE Nebraska
NV Nevada = America/Los_Angeles
NH New Hampshire
NJ New Jersey
NM New Mexico
NY New York State
NC North Carolina
ND North Dakota
OH Ohio
OK Oklahoma, Okla
OR Oregon = America/Los_Angeles
PA Pennsylvania
RI Rhode Island
SC South Carolina
SD South Dakota
TN Tennessee, Tenn
TX Texas
UT Utah
VT Vermont
VA Virginia, Virginie
WA Washington State
WV West Virginia
WI Wisconsin
WY Wyoming
PR Puerto Rico
AB Alberta, Alta
BC British Columbia, Colombie Britannique = America/Vancouver
MB Manitoba
NB New Brunswick, Nouveau Brunswick
NL -
NS Nova Scotia, Nouvelle Ecosse
ON Ontario = America/Toronto
QC Quebec = America/Toronto
SK Saskatchewan, Sask
`;

/** Everyday names of countries that Intl does not know. */
export const countryNicknames = `
US usa, us, america, states, the states
GB uk, england, angleterre, scotland, ecosse, wales, pays de galles, northern ireland, great britain, grande bretagne, britain
TR turkey
CZ czech republic
CI ivory coast
NL holland, hollande
AE uae, emirates
KR korea
`;

/**
 * Countries whose first zone is meant when the country is named; the others are far islands, whose people name those.
 */
export const mainZoneMeant: ReadonlySet<string> = new Set('ES PT NZ CL EC PG MN GL PF RE'.split(' '));
