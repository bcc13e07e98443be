/** Fills in the browser's time zone where nobody has written one. In the page itself; the Content-Security-Policy names it by its hash. */
export const zoneScript =
  "const zone=document.getElementById('zone');if(zone&&!zone.value)zone.value=Intl.DateTimeFormat().resolvedOptions().timeZone||'';";
