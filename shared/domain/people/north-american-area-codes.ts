import { memoize } from '../memoize.ts';

/** Area codes of one state or province (or of a part of it) and the zones its people may be in, the commonest first. */
export interface AreaCodes {
  /** Postal abbreviation; the ISO 3166-1 code for countries that are one region. */
  readonly region: string;
  readonly country: string;
  readonly zones: readonly [string, ...string[]];
  readonly codes: readonly string[];
}

const [newYork, chicago, denver, phoenix, losAngeles] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
] as const;

const row = (country: string, region: string, codes: string, ...zones: readonly [string, ...string[]]): AreaCodes => ({
  region,
  country,
  zones,
  codes: codes.split(' '),
});
const us = (region: string, codes: string, ...zones: readonly [string, ...string[]]) =>
  row('US', region, codes, ...zones);
const ca = (region: string, codes: string, ...zones: readonly [string, ...string[]]) =>
  row('CA', region, codes, ...zones);
const island = (country: string, codes: string, zone: string) => row(country, country, codes, zone);

/**
 * The North American Numbering Plan as of October 2026, codes in service or announced. Where an area code straddles
 * a zone boundary both zones are given, by population. `test/unit/numbers` compares every code with libphonenumber
 * (docs/facts.md#f3, G), and has the list of those where libphonenumber is wrong, with the reasons.
 */
export const northAmericanAreaCodes = memoize<readonly AreaCodes[]>(() => [
  us('AL', '205 251 256 334 659 938', chicago),
  us('AK', '907', 'America/Anchorage', 'America/Adak'),
  us('AZ', '480 520 602 623', phoenix),
  // The Navajo Nation changes its clocks, the rest of Arizona does not.
  us('AZ', '928', phoenix, denver),
  us('AR', '327 479 501 870', chicago),
  us(
    'CA',
    '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
    losAngeles,
  ),
  us('CO', '303 719 720 748 970 983', denver),
  us('CT', '203 475 860 959', newYork),
  us('DC', '202 771', newYork),
  us('DE', '302', newYork),
  us('FL', '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954', newYork),
  us('FL', '448 850', chicago, newYork),
  us('GA', '229 404 470 478 678 706 762 770 912 943', newYork),
  us('HI', '808', 'Pacific/Honolulu'),
  us('ID', '208 986', 'America/Boise', losAngeles),
  us('IL', '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872', chicago),
  us('IN', '260 317 463 765', newYork),
  us('IN', '219', chicago, newYork),
  us('IN', '574 812 930', newYork, chicago),
  us('IA', '319 515 563 641 712', chicago),
  us('KS', '316 913', chicago),
  us('KS', '620 785', chicago, denver),
  us('KY', '502 859', newYork),
  us('KY', '270 364', chicago, newYork),
  us('KY', '606', newYork, chicago),
  us('LA', '225 318 337 457 504 985', chicago),
  us('ME', '207', newYork),
  us('MD', '227 240 301 410 443 667', newYork),
  us('MA', '339 351 413 508 617 774 781 857 978', newYork),
  us('MI', '231 248 269 313 517 586 616 679 734 810 947 989', newYork),
  us('MI', '906', newYork, chicago),
  us('MN', '218 320 507 612 651 763 924 952', chicago),
  us('MS', '228 471 601 662 769', chicago),
  us('MO', '235 314 417 557 573 636 660 816 975', chicago),
  us('MT', '406', denver),
  us('NE', '402 531', chicago),
  us('NE', '308', chicago, denver),
  us('NV', '702 725', losAngeles),
  us('NV', '775', losAngeles, denver),
  us('NH', '603', newYork),
  us('NJ', '201 551 609 640 732 848 856 862 908 973', newYork),
  us('NM', '505 575', denver),
  us('NY', '212 315 329 332 347 363 465 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934', newYork),
  us('NC', '252 336 472 704 743 828 910 919 980 984', newYork),
  us('ND', '701', chicago, denver),
  us('OH', '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937', newYork),
  us('OK', '405 539 572 580 918', chicago),
  us('OR', '503 971', losAngeles),
  us('OR', '458 541', losAngeles, 'America/Boise'),
  us('PA', '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878', newYork),
  us('RI', '401', newYork),
  us('SC', '803 821 839 843 854 864', newYork),
  us('SD', '605', chicago, denver),
  us('TN', '615 629 731 901 931', chicago),
  us('TN', '865', newYork),
  us('TN', '423', newYork, chicago),
  us(
    'TX',
    '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979',
    chicago,
  ),
  us('TX', '915', denver),
  us('UT', '385 435 801', denver),
  us('VT', '802', newYork),
  us('VA', '276 434 540 571 686 703 757 804 826 948', newYork),
  us('WA', '206 253 360 425 509 564', losAngeles),
  us('WV', '304 681', newYork),
  us('WI', '262 274 353 414 534 608 715 920', chicago),
  us('WY', '307', denver),
  // The territories count as US: 911 and 988 are theirs too.
  us('PR', '787 939', 'America/Puerto_Rico'),
  us('VI', '340', 'America/St_Thomas'),
  us('GU', '671', 'Pacific/Guam'),
  us('MP', '670', 'Pacific/Saipan'),
  us('AS', '684', 'Pacific/Pago_Pago'),

  ca('AB', '368 403 587 780 825', 'America/Edmonton'),
  ca('BC', '604', 'America/Vancouver'),
  // The south-east of the province keeps Alberta's clock; 236, 257, 672 and 778 overlay all of it.
  ca('BC', '236 250 257 672 778', 'America/Vancouver', 'America/Edmonton'),
  ca('MB', '204 431 584', 'America/Winnipeg'),
  ca('NB', '428 506', 'America/Halifax'),
  ca('NL', '709 879', 'America/St_Johns', 'America/Goose_Bay'),
  ca('NS', '782 902', 'America/Halifax'),
  ca('ON', '226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942', 'America/Toronto'),
  ca('ON', '807', 'America/Toronto', 'America/Winnipeg'),
  ca('QC', '263 354 438 450 468 514 579 819 873', 'America/Toronto'),
  // The Magdalen Islands and the lower north shore are on Atlantic time.
  ca('QC', '273 367 418 581', 'America/Toronto', 'America/Halifax'),
  ca('SK', '306 474 639', 'America/Regina'),
  // Yukon, Northwest Territories and Nunavut share one code.
  ca('YT', '867', 'America/Whitehorse', 'America/Edmonton', 'America/Rankin_Inlet', 'America/Iqaluit'),

  island('AG', '268', 'America/Antigua'),
  island('AI', '264', 'America/Anguilla'),
  island('BB', '246', 'America/Barbados'),
  island('BM', '441', 'Atlantic/Bermuda'),
  island('BS', '242', 'America/Nassau'),
  island('DM', '767', 'America/Dominica'),
  island('DO', '809 829 849', 'America/Santo_Domingo'),
  island('GD', '473', 'America/Grenada'),
  island('JM', '658 876', 'America/Jamaica'),
  island('KN', '869', 'America/St_Kitts'),
  island('KY', '345', 'America/Cayman'),
  island('LC', '758', 'America/St_Lucia'),
  island('MS', '664', 'America/Montserrat'),
  island('SX', '721', 'America/Lower_Princes'),
  island('TC', '649', 'America/Grand_Turk'),
  island('TT', '868', 'America/Port_of_Spain'),
  island('VC', '784', 'America/St_Vincent'),
  island('VG', '284', 'America/Tortola'),
]);

/**
 * The zones of the 48 contiguous states, most populous first, for +1 numbers that name no place (toll-free, 5XX,
 * unassigned).
 */
export const contiguousStates = [newYork, chicago, denver, phoenix, losAngeles] as const;

/** The zones of Canada, for a Canadian number that names no place (600, 622 …). */
export const canadianProvinces = [
  'America/Toronto',
  'America/Winnipeg',
  'America/Regina',
  'America/Edmonton',
  'America/Vancouver',
  'America/Halifax',
  'America/St_Johns',
] as const;
