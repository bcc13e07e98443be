#!/usr/bin/env bash
# One sentence as PDF/UA-1 by pdfkit's own option, in English and in French, judged by veraPDF.
# Runs:    npm pdfkit 0.20.2 with `subset: 'PDF/UA'`, DejaVu Sans embedded (npm dejavu-fonts-ttf 2.37.3); veraPDF 1.28.2 (Maven
#          org.verapdf:validation-model), which needs Java and Maven. And once with a link by `text(…, { link })`.
# Assumed: what conforms with ASCII conforms with accents, since both stand in the same embedded subset; a link given to `text`
#          inside a Link element has its description.
# Seen:    the English page passes and the French one fails 7.21.4.2-2: the CIDSet that pdfkit writes lists the glyphs that were asked
#          for, and not the parts that "é" is composed of, which the font program carries too. A page in capitals without accents
#          passes, so that a test in English says nothing. The link fails 7.18.5-2: its annotation has an empty Contents.
# For us:  the option is left out and the identification written by ourselves (no CIDSet, which PDF/UA does not ask for); the test
#          judges French pages first.
set -euo pipefail
command -v mvn >/dev/null && command -v javac >/dev/null || { echo 'Java and Maven are needed.' >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund pdfkit@0.20.2 dejavu-fonts-ttf@2.37.3 >/dev/null
cat >page.cjs <<'JS'
const PDFDocument = require('pdfkit');
const { createWriteStream } = require('node:fs');
const font = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const page = (name, lang, words, link) => {
  const doc = new PDFDocument({ subset: 'PDF/UA', pdfVersion: '1.7', tagged: true, displayTitle: true, lang, info: { Title: name } });
  doc.pipe(createWriteStream(`${name}.pdf`));
  doc.registerFont('words', font).font('words');
  const root = doc.struct('Document');
  doc.addStructure(root);
  const paragraph = doc.struct('P');
  root.add(paragraph);
  if (link) {
    const element = doc.struct('Link', { alt: words }, () => doc.text(words, { link }));
    paragraph.add(element);
  } else paragraph.add(doc.struct('Span', () => doc.text(words)));
  root.end();
  doc.end();
};
page('english', 'en', 'A walk in the morning');
page('capitals', 'fr', 'MARCHE DU MATIN');
page('french', 'fr', 'Une marche après le réveil');
page('link', 'en', 'A study', 'https://example.org/');
JS
node page.cjs
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies><dependency><groupId>org.verapdf</groupId><artifactId>validation-model</artifactId><version>1.28.2</version></dependency></dependencies></project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory=lib
cat >Rules.java <<'JAVA'
import java.io.File;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public final class Rules {
  public static void main(String[] names) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String name : names) {
      try (var parser = Foundries.defaultInstance().createParser(new File(name + ".pdf"), PDFAFlavour.PDFUA_1)) {
        var broken = new TreeSet<String>();
        var result = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false).validate(parser);
        for (TestAssertion found : result.getTestAssertions())
          if (found.getStatus() == TestAssertion.Status.FAILED)
            broken.add(found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber());
        System.out.println(name + ": " + (broken.isEmpty() ? "passes" : "fails " + String.join(" ", broken)));
      }
    }
  }
}
JAVA
javac -cp 'lib/*' Rules.java
java -cp 'lib/*:.' Rules english capitals french link 2>/dev/null >seen
cat >expected <<'EOF'
english: passes
capitals: passes
french: fails 7.21.4.2-2
link: fails 7.18.5-2
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
