/** What Word puts on the clipboard for a short procedure: its style sheet, its lists as paragraphs, its headings, a table. */
export const wordPage = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} @list l0:level1 {mso-level-text:\\F0B7;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle>Handling of
samples<o:p></o:p></p>
<h2><span style='mso-list:Ignore'>1.1<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Reception<o:p></o:p></h2>
<p class=MsoNormal>Each sample gets a <b>number</b> and a <i style='mso-bidi-font-style:normal'>seal</i><span style='mso-spacerun:yes'> </span>on arrival.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Weigh it<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>twice below 10 g<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Note it<o:p></o:p></p>
<p class=MsoNormal>Then, in this order:<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Store<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>Report<o:p></o:p></p>
<table class=MsoTableGrid border=1><thead><tr><td><p class=MsoNormal><b>Grade</b><o:p></o:p></p></td><td colspan=2><p class=MsoNormal>Limits<o:p></o:p></p></td></tr></thead>
<tr><td><p class=MsoNormal>A<o:p></o:p></p></td><td><p class=MsoNormal>0.1<o:p></o:p></p></td><td><p class=MsoNormal>0.2 %<o:p></o:p></p><p class=MsoNormal>wet<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><del>An old sentence.</del><!--EndFragment--></p></body></html>`;
