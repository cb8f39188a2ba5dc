using System.Xml;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>
/// Reads the text of a docx as a person sees it: what is deleted, moved away, hidden, a field's code, a contents list or written for other programs is
/// left out; a text box counts once, as paragraphs of its own.
/// </summary>
internal sealed class DocxBody(DocxStyles styles, DocxLists lists, ReadingBudget budget)
{
    // Letters that name what a choice asks for; writers name one or two.
    private const int MostRequired = 1000;

    private readonly List<DocumentLine> lines = [];
    private readonly FontTally fonts = new();
    private readonly List<ActiveContent> fetched = [];
    private readonly WordFields fields = new();
    private readonly Stack<ParagraphText> paragraphs = new();
    private readonly Stack<ContentControl> controls = new();
    private readonly Stack<bool> alternatives = new();
    private ParagraphText? runningOn;
    private RunLook run;
    private RunLook? look;
    private (string? Uri, bool IsRead) lastNamespace;
    private string? nextSection;
    private int count;
    private int tables;
    private int hints;

    /// <summary>The lines, in the order of the file.</summary>
    public IReadOnlyList<DocumentLine> Lines => lines;

    /// <summary>The fonts of their letters.</summary>
    public IReadOnlyList<FontUse> Fonts => fonts.Uses;

    /// <summary>What fields fetch from other files.</summary>
    public IEnumerable<ActiveContent> Fetched => fetched;

    /// <summary>Reads the main part.</summary>
    public void Read(BoundedXml xml)
    {
        while (xml.Read())
        {
            switch (xml.At.NodeType)
            {
                case XmlNodeType.Element when IsRead(xml.At.NamespaceURI):
                    var (name, isEmpty) = (xml.At.LocalName, xml.At.IsEmptyElement);
                    // Those that are skipped or read whole stand at their end now.
                    if (Open(xml, name) && isEmpty)
                    {
                        Close(name);
                    }
                    break;
                case XmlNodeType.EndElement when IsRead(xml.At.NamespaceURI):
                    Close(xml.At.LocalName);
                    break;
            }
        }
        RunOut();
    }

    // The reader gives the same string for the same namespace.
    private bool IsRead(string uri)
    {
        if (!ReferenceEquals(uri, lastNamespace.Uri))
        {
            lastNamespace = (uri, DocxNamespaces.AreRead(uri));
        }
        return lastNamespace.IsRead;
    }

    // Whether its end is still to come.
    private bool Open(BoundedXml xml, string name)
    {
        switch (name)
        {
            case "p":
                Begin();
                return true;
            case "pPr":
                Set(ParagraphLook.Read(xml));
                return false;
            case "r":
                (run, look) = (default, null);
                return false;
            case "rPr":
                (run, look) = (RunLook.Read(xml), null);
                return false;
            case "t":
                Append(xml.Text());
                return false;
            case "tab" or "br" or "cr" or "ptab":
                Append(" ");
                return false;
            case "noBreakHyphen":
                Append("-");
                return false;
            case "instrText":
                fields.Code(xml.Text());
                return false;
            case "fldChar":
                Field(xml["fldCharType"]);
                return false;
            case "fldSimple":
                var code = xml["instr"] ?? "";
                Fetch(code);
                if (WordFields.IsContents(code))
                {
                    xml.Skip();
                }
                return false;
            case "del"
            or "moveFrom"
            or "delText"
            or "rt"
            or "tblPr"
            or "tblGrid"
            or "trPr"
            or "tcPr"
            or "sectPr":
                xml.Skip();
                return false;
            case "bookmarkStart":
                Mark(SectionMark.OfBookmark(xml["name"]));
                return false;
            case "sdt":
                controls.Push(ContentControl.Plain);
                return true;
            case "sdtPr":
                Control(ContentControl.Read(xml));
                return false;
            case "sdtContent" when controls.TryPeek(out var control) && control.IsContents:
                xml.Skip();
                return false;
            case "tbl":
                tables++;
                return true;
            case "tc":
                return true;
            case "AlternateContent":
                alternatives.Push(false);
                return true;
            case "Choice" or "Fallback":
                Choose(xml, name);
                return false;
            default:
                return false;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p":
                End();
                break;
            case "sdt":
                hints -= controls.TryPop(out var control) && control.IsHint ? 1 : 0;
                break;
            case "tbl":
                tables--;
                break;
            case "tc":
                RunOut();
                break;
            case "AlternateContent":
                alternatives.TryPop(out _);
                break;
        }
    }

    private void Begin()
    {
        var paragraph = new ParagraphText(++count, tables > 0) { Section = nextSection };
        nextSection = null;
        if (paragraphs.Count == 0 && runningOn is { } before)
        {
            paragraph.Follow(before);
            runningOn = null;
        }
        paragraphs.Push(paragraph);
        (run, look) = (default, null);
    }

    private void Set(ParagraphLook set)
    {
        if (paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Look = set;
            (run, look) = (default, null);
        }
    }

    private void End()
    {
        if (!paragraphs.TryPop(out var paragraph))
        {
            return;
        }
        (run, look) = (default, null);
        if (paragraph.Look.Mark.IsDeleted && paragraphs.Count == 0)
        {
            runningOn = paragraph;
            return;
        }
        Write(paragraph);
    }

    private void RunOut()
    {
        if (runningOn is { } last && paragraphs.Count == 0)
        {
            runningOn = null;
            Write(last);
        }
    }

    private void Write(ParagraphText paragraph)
    {
        var style = styles.Paragraph(paragraph.Look.Style);
        var set = paragraph.Look.Over(style.Paragraph);
        if (paragraph.IsEmpty && (set.Mark.IsHidden == true || set.Mark.IsDeleted))
        {
            return;
        }
        var number = lists.Next(
            set.List,
            paragraph.Look.List is null ? set.ListLevel : paragraph.Look.ListLevel,
            set.Style ?? style.Paragraph.Style
        );
        if (
            !style.IsContents
            && paragraph.ToLine(set, number) is { } line
            && !ContentsLine.Is(line.Text)
        )
        {
            lines.Add(line);
            fonts.Add(paragraph.Fonts);
        }
    }

    private void Append(string text)
    {
        if (text.Length == 0 || fields.IsHidden || !paragraphs.TryPeek(out var paragraph))
        {
            return;
        }
        budget.Letters(text.Length);
        var letters = styles.Letters(run.Style);
        look ??= run.Over(styles.Paragraph(paragraph.Look.Style).Letters.Beside(letters.Letters))
            .Over(styles.Default);
        if (look.Value.IsHidden != true)
        {
            paragraph.Append(text, look.Value, hints > 0 || letters.IsHint);
        }
    }

    private void Field(string? kind)
    {
        switch (kind)
        {
            case "begin":
                fields.Begin();
                break;
            case "separate":
                Fetch(fields.Result());
                break;
            case "end":
                // One that has no result has said all the same what it fetches.
                Fetch(fields.Result());
                fields.End();
                break;
        }
    }

    private void Fetch(string code)
    {
        if (WordFields.Fetches(code) && fetched.Count < 100)
        {
            fetched.Add(Active.Of(ActiveContentKind.RemoteContent, code.Trim()));
        }
    }

    private void Control(ContentControl control)
    {
        if (controls.TryPop(out _))
        {
            controls.Push(control);
            hints += control.IsHint ? 1 : 0;
            Mark(SectionMark.OfTag(control.Tag));
        }
    }

    // A mark before a paragraph is of the next one.
    private void Mark(string? section)
    {
        if (section is not null && paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Section ??= section;
        }
        else
        {
            nextSection ??= section;
        }
    }

    // Programs show the first choice that they understand, or what is there for those that understand none.
    private void Choose(BoundedXml xml, string name)
    {
        if (!alternatives.TryPop(out var isChosen))
        {
            return;
        }
        var isShown =
            !isChosen
            && (
                name == "Fallback"
                || (xml["Requires"] ?? "") is { Length: <= MostRequired } required
                    && required
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .All(prefix => DocxNamespaces.AreShown(xml.At.LookupNamespace(prefix)))
            );
        alternatives.Push(isChosen || isShown);
        if (!isShown)
        {
            xml.Skip();
        }
    }
}
