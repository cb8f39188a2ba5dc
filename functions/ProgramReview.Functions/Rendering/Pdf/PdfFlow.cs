using System.Globalization;
using PdfSharp.UniversalAccessibility;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>
/// Lays a document out as pages of a pdf. It is laid out twice: only then is known on which page each chapter begins. The library holds the whole
/// of it meanwhile, so what is given to it must have bounds.
/// </summary>
internal sealed class PdfFlow : IDisposable
{
    private const double Indent = 28;

    private readonly PdfTypes types = new();
    private readonly PdfPaper paper;
    private readonly Language language;
    private readonly IReadOnlyList<int> known;
    private readonly List<int> chapters = [];

    private PdfTable? table;
    private int notes;

    private PdfFlow(FlowDocument document, IReadOnlyList<int> known)
    {
        (language, this.known) = (document.Language, known);
        paper = new PdfPaper(document, types);
    }

    /// <summary>The whole file.</summary>
    public static async Task<byte[]> OfAsync(FlowDocument document, CancellationToken cancellation)
    {
        using var first = await LaidOutAsync(document, [], cancellation);
        using var second = await LaidOutAsync(document, first.chapters, cancellation);
        return second.paper.Finish();
    }

    /// <summary>The sign in the text that leads to a note.</summary>
    public static string Mark(int number) =>
        string.Concat(
            number.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'])
        );

    /// <inheritdoc/>
    public void Dispose() => paper.Dispose();

    private static async Task<PdfFlow> LaidOutAsync(
        FlowDocument document,
        IReadOnlyList<int> known,
        CancellationToken cancellation
    )
    {
        var flow = new PdfFlow(document, known);
        await foreach (var block in document.Blocks(cancellation))
        {
            flow.Write(block);
        }
        return flow;
    }

    private void Write(FlowBlock block)
    {
        if (block.Note is not null)
        {
            notes++;
        }
        switch (block)
        {
            case FlowBlock.Head head:
                PdfHead.Draw(paper, types, head, language);
                break;
            case FlowBlock.Title title:
                Centred(title.Kind.ToUpper(CultureInfo.InvariantCulture), types.Title, before: 18);
                foreach (var subject in title.Subjects)
                {
                    Centred(subject, types.Prose, before: 4);
                }
                paper.Y += types.Prose.Height;
                break;
            case FlowBlock.Contents contents:
                Write(contents);
                break;
            case FlowBlock.Heading heading:
                Write(heading);
                break;
            case FlowBlock.Line line:
                Write(line);
                break;
            case FlowBlock.TableStart start:
                table = new PdfTable(paper, types, start.Columns);
                break;
            case FlowBlock.TableRow row:
                table!.Write(row, notes);
                break;
            case FlowBlock.TableEnd:
                table!.End();
                break;
            case FlowBlock.Turn turn:
                paper.Turn(turn.IsLandscape);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block.");
        }
    }

    private void Centred(string text, PdfType type, double before)
    {
        paper.Y += before;
        paper.Tagged(
            PdfBlockLevelElementTag.Paragraph,
            () =>
            {
                foreach (var line in type.Lines(text, paper.Width))
                {
                    paper.Draw(
                        PdfPaper.X + ((paper.Width - type.Width(line)) / 2),
                        paper.Y,
                        line,
                        type
                    );
                    paper.Y += type.Height;
                }
            }
        );
    }

    private void Write(FlowBlock.Contents contents)
    {
        paper.Y += 6;
        Lines(contents.Caption, types.Heading2, PdfBlockLevelElementTag.Paragraph);
        foreach (var (i, heading) in contents.Headings.Index())
        {
            var number = i < known.Count ? known[i].ToString(CultureInfo.InvariantCulture) : "";
            var width = paper.Width - 40;
            paper.Tagged(
                PdfBlockLevelElementTag.Paragraph,
                () =>
                {
                    foreach (var line in types.Prose.Lines(heading, width))
                    {
                        paper.Draw(PdfPaper.X, paper.Y, line, types.Prose);
                        paper.Y += types.Prose.Height;
                    }
                    paper.Draw(
                        PdfPaper.X + paper.Width - types.Prose.Width(number),
                        paper.Y - types.Prose.Height,
                        number,
                        types.Prose
                    );
                }
            );
            paper.Rule(PdfPaper.X, paper.Y, PdfPaper.X + paper.Width, paper.Y);
        }
        paper.Y += 8;
    }

    private void Write(FlowBlock.Heading heading)
    {
        var (type, tag, before) = heading.Level switch
        {
            1 => (types.Heading1, PdfBlockLevelElementTag.Heading1, 14d),
            2 => (types.Heading2, PdfBlockLevelElementTag.Heading2, 10d),
            _ => (types.Heading3, PdfBlockLevelElementTag.Heading3, 6d),
        };
        // With some of what it heads.
        if (!paper.IsFresh && paper.Room < before + (5 * type.Height))
        {
            paper.NewPage();
        }
        else if (!paper.IsFresh)
        {
            paper.Y += before;
        }
        if (heading.Level == 1)
        {
            chapters.Add(paper.Page);
        }
        paper.Bookmark(heading.Level, FlowBlock.Clean(heading.Text));
        Lines(heading.Text, type, tag);
        paper.Y += 3;
    }

    private void Write(FlowBlock.Line line)
    {
        var text = line.Note is null ? line.Text : line.Text + Mark(notes);
        var (type, indent) = line.Look switch
        {
            FlowLook.Prose => (types.Prose, Indent),
            FlowLook.Inner => (types.Heading3, 0),
            _ => (types.Remark, 0),
        };
        Lines(text, type, PdfBlockLevelElementTag.Paragraph, line.Note, indent);
        paper.Y += 4;
    }

    // A note stands on the page on which its paragraph ends. Over the end of a page a paragraph goes on as one of its own.
    private void Lines(
        string text,
        PdfType type,
        PdfBlockLevelElementTag tag,
        string? note = null,
        double indent = 0
    )
    {
        var lines = Indented(text, type, indent);
        var isOpen = false;
        foreach (var (i, line) in lines.Index())
        {
            var isLast = i == lines.Count - 1;
            if (paper.Room < type.Height + (isLast ? paper.HeightOf(note, notes) : 0))
            {
                if (isOpen)
                {
                    paper.Close();
                    isOpen = false;
                }
                paper.NewPage();
            }
            if (!isOpen)
            {
                paper.Open(tag);
                isOpen = true;
            }
            paper.Draw(PdfPaper.X + (i == 0 ? indent : 0), paper.Y, line, type);
            paper.Y += type.Height;
        }
        paper.Close();
        if (note is not null)
        {
            paper.Note(note, notes);
        }
    }

    private IReadOnlyList<string> Indented(string text, PdfType type, double indent)
    {
        var lines = type.Lines(text, paper.Width - indent);
        if (indent == 0 || lines.Count == 1)
        {
            return lines;
        }
        var rest = PdfLetters.Shown(text)[lines[0].Length..].TrimStart(' ');
        return [lines[0], .. type.Lines(rest, paper.Width)];
    }
}
