using System.Globalization;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms.Flow;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>
/// The pages of a pdf, one after the other: what is drawn is tagged as what it is; notes stand at the foot of the page that they belong to.
/// </summary>
internal sealed class PdfPaper : IDisposable
{
    /// <summary>Where text begins. In points, as all margins: those of a letter, as the Word document has them.</summary>
    public const double X = 85;

    private const double Right = 57;
    private const double Edge = 57;
    private const double ToNumber = 36;
    private const double AboveNotes = 8;

    private readonly PdfTypes types;
    private readonly PdfDocument document = new();
    private readonly StructureBuilder tags;
    private readonly List<IReadOnlyList<string>> notes = [];
    private readonly XPen thin = new(XColors.Gray, 0.5);

    private XGraphics? graphics;
    private PdfPage? page;
    private PdfOutline? chapter;
    private bool isLandscape;
    private double notesHeight;

    /// <summary>Paper without a page.</summary>
    public PdfPaper(FlowDocument flow, PdfTypes types)
    {
        this.types = types;
        document.Info.Title = FlowBlock.Clean(flow.Title);
        document.Info.CreationDate = flow.Made.UtcDateTime;
        document.Info.ModificationDate = flow.Made.UtcDateTime;
        document.ViewerPreferences.DisplayDocTitle = true;
        var accessible = UAManager.ForDocument(document);
        accessible.SetDocumentLanguage(LanguageTags.TagOf(flow.Language));
        tags = accessible.StructureBuilder;
        NewPage();
    }

    /// <summary>How many pages there are: the number of the one that is written on.</summary>
    public int Page => document.PageCount;

    /// <summary>Where the next thing stands, from the top.</summary>
    public double Y { get; set; }

    /// <summary>Between the margins.</summary>
    public double Width => page!.Width.Point - X - Right;

    /// <summary>Whether nothing stands on the page yet.</summary>
    public bool IsFresh => Y <= Edge;

    /// <summary>How much room there is above the notes.</summary>
    public double Room => page!.Height.Point - Edge - notesHeight - Y;

    /// <summary>How much room a note would take.</summary>
    public double HeightOf(string? note, int number) =>
        note is null
            ? 0
            : (Noted(note, number).Count * types.Note.Height) + (notes.Count == 0 ? AboveNotes : 0);

    /// <summary>Adds a note to the page.</summary>
    public void Note(string note, int number)
    {
        notesHeight += HeightOf(note, number);
        notes.Add(Noted(note, number));
    }

    /// <summary>Begins a page; nothing may be open but what stands around pages.</summary>
    public void NewPage()
    {
        EndPage();
        page = document.AddPage();
        page.Size = PageSize.A4;
        page.Orientation = isLandscape ? PageOrientation.Landscape : PageOrientation.Portrait;
        graphics = XGraphics.FromPdfPage(page);
        Y = Edge;
        if (Page > 1)
        {
            var number = Page.ToString(CultureInfo.InvariantCulture);
            Artifact(() =>
                Draw(
                    (page.Width.Point - types.Remark.Width(number)) / 2,
                    ToNumber - types.Remark.Drop,
                    number,
                    types.Remark
                )
            );
        }
    }

    /// <summary>What follows stands on pages that lie on their sides, or upright.</summary>
    public void Turn(bool landscape)
    {
        isLandscape = landscape;
        NewPage();
    }

    /// <summary>Puts something into a tag.</summary>
    public void Tagged(PdfBlockLevelElementTag tag, Action content)
    {
        tags.BeginElement(tag);
        content();
        tags.End();
    }

    /// <summary>Opens a tag; to be closed before the page ends.</summary>
    public void Open(PdfBlockLevelElementTag tag) => tags.BeginElement(tag);

    /// <summary>Closes the tag that was opened last.</summary>
    public void Close() => tags.End();

    /// <summary>Draws a line of text.</summary>
    /// <param name="x">Its left.</param>
    /// <param name="top">Its top.</param>
    /// <param name="text">The text.</param>
    /// <param name="type">Its letters.</param>
    public void Draw(double x, double top, string text, PdfType type)
    {
        if (text.Length > 0)
        {
            graphics!.DrawString(text, type.Font, XBrushes.Black, new XPoint(x, top + type.Drop));
        }
    }

    /// <summary>Draws a thin line, which says nothing.</summary>
    public void Rule(double fromX, double fromY, double toX, double toY) =>
        Artifact(() => graphics!.DrawLine(thin, fromX, fromY, toX, toY));

    /// <summary>Makes the page findable under a heading.</summary>
    public void Bookmark(int level, string title)
    {
        if (level == 1)
        {
            chapter = document.Outlines.Add(title, page!, opened: false);
        }
        else if (level == 2)
        {
            chapter?.Outlines.Add(title, page!, opened: false);
        }
    }

    /// <summary>The whole file.</summary>
    public byte[] Finish()
    {
        EndPage();
        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return PdfMarks.Fixed(bytes.ToArray());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        graphics?.Dispose();
        document.Dispose();
    }

    private IReadOnlyList<string> Noted(string note, int number) =>
        types.Note.Lines($"{number.ToString(CultureInfo.InvariantCulture)}. {note}", Width);

    private void Artifact(Action content)
    {
        tags.BeginArtifact();
        content();
        tags.End();
    }

    private void EndPage()
    {
        if (page is null)
        {
            return;
        }
        var y = page.Height.Point - Edge - notesHeight + AboveNotes;
        if (notes.Count > 0)
        {
            Rule(X, y - (AboveNotes / 2), X + 120, y - (AboveNotes / 2));
        }
        foreach (var note in notes)
        {
            tags.BeginElement(PdfBlockLevelElementTag.Paragraph);
            tags.BeginElement(PdfInlineLevelElementTag.Note);
            foreach (var line in note)
            {
                Draw(X, y, line, types.Note);
                y += types.Note.Height;
            }
            tags.End();
            tags.End();
        }
        notes.Clear();
        notesHeight = 0;
        graphics!.Dispose();
    }
}
