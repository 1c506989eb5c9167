/*
 * What Word puts on the clipboard, made by hand: the same elements, classes and styles, and little
 * of what does not matter.
 */

function word (body: string): string {
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:;} --></style></head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`
}

function item (list: string, level: number, sign: string, text: string, place = 'Middle'): string {
  return `<p class=MsoListParagraphCxSp${place} style='margin-left:${36 * level}pt;text-indent:-18.0pt;mso-list:
${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-bidi-font-family:Symbol'><span
style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span>
<![endif]>${text}<o:p></o:p></p>
`
}

export const WORD = {
  nestedLists: word(`<p class=MsoNormal>Vor der Liste.<o:p></o:p></p>
${item('l0', 1, '·', 'Erster Punkt', 'First')}${item('l0', 2, 'o', 'darunter')}${item('l0', 3, '§', 'noch tiefer')}
${item('l0', 1, '·', 'Zweiter Punkt<br>mit Umbruch')}
${item('l1', 1, '1.', 'Anmelden')}${item('l1', 1, '2.', 'Kommen')}${item('l1', 2, 'a.', 'pünktlich')}
${item('l1', 1, '3.', 'Bleiben', 'Last')}
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Nach der Liste.<o:p></o:p></p>`),

  webLists: `<div class="OutlineElement Ltr SCXW1"><div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"
role="list"><li data-leveltext="" data-listid="1" data-aria-posinset="1" data-aria-level="1" role="listitem"><p
class="Paragraph"><span class="TextRun"><span class="NormalTextRun">eins</span></span><span
class="EOP">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul><li data-aria-level="2"><p>
darunter</p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul><li data-aria-level="1"><p>zwei</p></li></ul>
</div><div class="ListContainerWrapper SCXW1"><ol start="3"><li data-aria-level="1"><p>drei</p></li></ol></div></div>`,

  trackedChanges: word(`<p class=MsoNormal>Die Förderung beträgt <b><del cite="mailto:Anna"
datetime="2027-01-04T09:30">10.000</del><span class=msoIns><ins cite="mailto:Anna"
datetime="2027-01-04T09:30">20.000</ins></span></b> Euro<span
class=msoDel><del cite="mailto:Anna" datetime="2027-01-04T09:31"> und mehr</del></span> im Jahr.<o:p></o:p></p>`),

  comments: word(`<p class=MsoNormal>Der Beirat tagt <a
style='mso-comment-reference:AB_1;mso-comment-date:20270104T0930'>
am 4. Mai</a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a
class=msocomanchor id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[AB1]</a><![endif]><span
style='mso-special-character:comment'>&nbsp;<![if !supportAnnotations]><![endif]></span></span></span> in
<span style='mso-comment-continuation:1'>Kassel</span>.<o:p></o:p></p>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1><![endif]>
<div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Stimmt das?<o:p></o:p></p>
</div></div></div>`),

  footnotes: word(`<p class=MsoNormal>Das Programm läuft seit 2014.<a
style='mso-footnote-id:ftn1'
href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if
!supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:11.0pt'>[1]</span></span><![endif]></span>
</span></a> Es geht weiter.<o:p></o:p></p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>Beschluss vom 3. Mai<o:p></o:p></p></div></div>`),

  smartTags: word(`<p class=MsoNormal><st1:PersonName w:st="on">Frau Wiesental</st1:PersonName> kommt am <st1:date
Year="2027" Day="4" Month="3" w:st="on">4. März</st1:date> nach <st1:place
w:st="on"><st1:City w:st="on">Wiesbaden</st1:City
></st1:place>.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><span
style='mso-spacerun:yes'>  </span><o:p></o:p></p><h2><span class=SpellE>Was</span> <span lang=EN-US
style='mso-ansi-language:EN-US'><b>Sie</b></span> mitbringen<o:p></o:p></h2>`),

  table: word(`<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=201 valign=top><p class=MsoNormal>Ort<o:p></o:p></p></td><td width=201><p
class=MsoNormal>Termin<o:p></o:p></p></td></tr><tr style='mso-yfti-irow:1'><td><p class=MsoNormal><b>Kassel</b><o:p>
</o:p></p></td><td><p class=MsoNormal>4. März 2027<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Bild" style='width:300pt'><v:imagedata
src="file:///C:/Users/A/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=400 height=300
src="file:///C:/Users/A/clip_image002.png" v:shapes="Bild"><![endif]><o:p></o:p></p>
<p class=MsoQuote>Niemand ist schwer erreichbar.<o:p></o:p></p>
<p class=MsoIntenseQuote>Manche sind weit weg.<o:p></o:p></p>`)
}
