using System.Text;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>Makes lines of the text of a doc, in which signs stand for what is no letter (MS-DOC 2.4.3).</summary>
internal sealed class DocLines(ReadingBudget budget)
{
    private const int MostFetched = 100;
    private readonly List<DocumentLine> lines = [];
    private readonly List<ActiveContent> fetched = [];
    private readonly StringBuilder line = new();
    private readonly WordFields fields = new();
    private bool inCode;
    private int count;

    /// <summary>What fields fetch from other files.</summary>
    public IEnumerable<ActiveContent> Fetched => fetched;

    /// <summary>More text.</summary>
    public void Append(string text)
    {
        budget.Letters(text.Length);
        foreach (var letter in text)
        {
            Append(letter);
        }
    }

    /// <summary>All lines.</summary>
    public IReadOnlyList<DocumentLine> All()
    {
        End(false);
        return lines;
    }

    private void Append(char letter)
    {
        switch (letter)
        {
            // The end of a paragraph, of a page, of a cell.
            case '\r' or '\f' or '\a':
                End(letter == '\a');
                break;
            case '\u0013':
                fields.Begin();
                inCode = true;
                break;
            case '\u0014':
                Result();
                break;
            case '\u0015':
                Result();
                fields.End();
                break;
            case '\u001E':
                line.Append('-');
                break;
            // Pictures, notes and other things that stand elsewhere.
            case < '\t' or '\u001F':
                break;
            default:
                if (inCode)
                {
                    fields.Code(letter.ToString());
                }
                else if (!fields.IsHidden)
                {
                    line.Append(letter);
                }
                break;
        }
    }

    private void Result()
    {
        inCode = false;
        var code = fields.Result();
        if (WordFields.Fetches(code) && fetched.Count < MostFetched)
        {
            fetched.Add(Active.Of(ActiveContentKind.RemoteContent, code.Trim()));
        }
    }

    private void End(bool isCell)
    {
        count++;
        budget.Step();
        var text = LineText.Of(line.ToString());
        line.Clear();
        if (text.Length > 0 && !ContentsLine.Is(text))
        {
            lines.Add(
                new DocumentLine(text)
                {
                    Paragraph = count,
                    InTable = isCell,
                    IsCapitals = text.Any(char.IsUpper) && !text.Any(char.IsLower),
                }
            );
        }
    }
}
