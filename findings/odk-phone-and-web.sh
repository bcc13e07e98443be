#!/usr/bin/env bash
# One diary as an XLSForm, filled in on the phone or in the browser: pain 6, a day unanswered, 7, of which the form counts with.
# Runs:    PyPI pyxform 4.5.0, which makes the XForm; Maven org.getodk:javarosa 6.0.0, the engine of ODK Collect; npm openrosa-xpath-evaluator
#          3.1.0, the engine of Enketo and so of KoBo's web forms (with jsdom 26.1.0), its `calculate` expressions over the same answers.
# Guessed: the same values by both, whatever the form counts; the day without an answer is no number in either, for the mean as for the least.
# Seen:    the mean is no number in both, but the least and the most of the three days are 6 and 7 on the phone and no number in the browser;
#          if(${tue}, …) takes the empty day for unanswered on the phone and for answered in the browser; half a point less is rounded
#          to 0 and to a whole point less; regex(…, '[0-9]+') is asked of the whole of "PAIN 6" on the phone, of any part in the browser.
# For us:  an answer by form is counted again from the days that have one, and a pattern says where it begins and ends.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund openrosa-xpath-evaluator@3.1.0 jsdom@26.1.0
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install pyxform==4.5.0
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>diary</groupId><artifactId>diary</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.getodk</groupId><artifactId>javarosa</artifactId><version>6.0.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=jars >maven.log 2>&1 || { cat maven.log >&2; exit 1; }
cat >diary.md <<'MD'
| survey |           |        |        |                                      |         |
|        | type      | name   | label  | calculation                          | default |
|        | integer   | mon    | Monday |                                      | 6       |
|        | integer   | tue    | then   |                                      |         |
|        | integer   | wed    | then   |                                      | 7       |
|        | text      | note   | Note   |                                      | PAIN 6  |
|        | calculate | mean   |        | (${mon} + ${tue} + ${wed}) div 3     |         |
|        | calculate | least  |        | min(${mon}, ${tue}, ${wed})          |         |
|        | calculate | most   |        | max(${mon}, ${tue}, ${wed})          |         |
|        | calculate | kept   |        | if(${tue}, 'answered', 'unanswered') |         |
|        | calculate | none   |        | if(${tue} = '', 'empty', 'written')  |         |
|        | calculate | daily  |        | round((${mon} - ${wed}) div 2)       |         |
|        | calculate | number |        | regex(${note}, '[0-9]+')             |         |
MD
python/bin/python -c 'from pyxform.xls2xform import convert; print(convert("diary.md", form_name="diary").xform)' >diary.xml
cat >Phone.java <<'JAVA'
import java.io.FileInputStream;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;

public class Phone {
  public static void main(String[] args) throws Exception {
    new XFormsModule().registerModule();
    FormDef form = XFormUtils.getFormFromInputStream(new FileInputStream("diary.xml"));
    form.initialize(true, new InstanceInitializationFactory());
    TreeElement diary = form.getMainInstance().getRoot();
    for (String name : args) {
      TreeElement field = diary.getFirstChild(name);
      System.out.println(name + " " + (field.getValue() == null ? "(nothing)" : field.getValue().getDisplayText()));
    }
  }
}
JAVA
cat >browser.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

const { window: parsed } = new JSDOM(readFileSync('diary.xml', 'utf8'), { contentType: 'text/xml' });
const form = parsed.document;
const instance = form.querySelector('instance > *').outerHTML.replace(/ xmlns(:\w+)?="[^"]*"/g, '').replace(/<(\/?)orx:/g, '<$1').replace(/ \w+:\w+="[^"]*"/g, '');
const { window } = new JSDOM(instance, { contentType: 'text/xml' });
for (const name of ['Attr', 'Document', 'Element', 'Node', 'XPathEvaluator', 'XPathResult']) globalThis[name] = window[name];
globalThis.window = window;
globalThis.document = window.document;
const evaluator = createRequire(import.meta.url)('openrosa-xpath-evaluator')();
for (const name of process.argv.slice(2)) {
  const calculate = form.querySelector(`bind[nodeset="/diary/${name}"]`).getAttribute('calculate');
  const { stringValue } = evaluator.evaluate(calculate, window.document, null, XPathResult.STRING_TYPE);
  console.log(name, stringValue || '(nothing)');
}
JS
fields='mean least most kept none daily number'
javac -nowarn -cp 'jars/*' Phone.java
{ echo 'on the phone:'; java -cp 'jars/*:.' Phone $fields; echo 'in the browser:'; node browser.mjs $fields; } >seen
cat >expected <<'SEEN'
on the phone:
mean (nothing)
least 6
most 7
kept unanswered
none empty
daily 0
number False
in the browser:
mean NaN
least NaN
most NaN
kept answered
none empty
daily -1
number true
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
