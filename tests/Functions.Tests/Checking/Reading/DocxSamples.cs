namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>A docx with something of everything that its reader looks at.</summary>
internal static class DocxSamples
{
    public const string Styles =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style><w:style w:type='paragraph' w:styleId='b'><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='0'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";

    public const string Numbering =
        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/><w:pStyle w:val='b'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";

    public const string Body =
        "<w:p><w:pPr><w:pStyle w:val='b'/></w:pPr><w:bookmarkStart w:name='section_a'/><w:r><w:t>Một</w:t><w:tab/></w:r></w:p><w:sdt><w:sdtPr><w:tag w:val='x'/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>1</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p></w:sdtContent></w:sdt><w:tbl><w:tr><w:tc><w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p></w:tc></w:tr></w:tbl>";
}
