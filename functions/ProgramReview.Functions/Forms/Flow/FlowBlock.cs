using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>The next thing in a document. Texts are as people wrote them: a writer shows each as text, whatever is in it.</summary>
internal abstract record FlowBlock
{
    private FlowBlock() { }

    /// <summary>What a note says, where the block has one: the source.</summary>
    public virtual string? Note => null;

    /// <summary>One line of text in which every character can be seen.</summary>
    public static string Clean(string text) => HumanText.Clean(text.ReplaceLineEndings(" "));

    /// <summary>The head of the first page.</summary>
    /// <param name="Style">The Party's or the state's.</param>
    /// <param name="Superior">The body above the one that writes; null where there is none.</param>
    /// <param name="Issuer">The body that writes.</param>
    /// <param name="Date">The day, in words.</param>
    internal sealed record Head(DocumentStyle Style, string? Superior, string Issuer, string Date)
        : FlowBlock;

    /// <summary>What kind of document it is, and what it is about.</summary>
    internal sealed record Title(string Kind, string Subject) : FlowBlock;

    /// <summary>The list of the headings of the first level, in their order.</summary>
    internal sealed record Contents(string Caption, IReadOnlyList<string> Headings) : FlowBlock;

    /// <summary>A heading.</summary>
    /// <param name="Level">1 for chapters, 2 or 3 for what stands in them.</param>
    /// <param name="Text">What it says.</param>
    internal sealed record Heading(int Level, string Text) : FlowBlock;

    /// <summary>A paragraph.</summary>
    /// <param name="Look">How it looks.</param>
    /// <param name="Text">What it says.</param>
    /// <param name="Source">Its source, or null.</param>
    internal sealed record Line(FlowLook Look, string Text, string? Source = null) : FlowBlock
    {
        /// <inheritdoc/>
        public override string? Note => Source;
    }

    /// <summary>A table begins; its head is repeated on every page.</summary>
    internal sealed record TableStart(IReadOnlyList<FlowColumn> Columns) : FlowBlock;

    /// <summary>A row of the table.</summary>
    /// <param name="Cells">A text for each column, of which each line is a paragraph; one alone goes across all columns, as a heading.</param>
    /// <param name="Source">The source of the row, or null.</param>
    internal sealed record TableRow(IReadOnlyList<string> Cells, string? Source = null) : FlowBlock
    {
        /// <inheritdoc/>
        public override string? Note => Source;
    }

    /// <summary>The table ends.</summary>
    internal sealed record TableEnd : FlowBlock;

    /// <summary>What follows stands on pages of its own that lie on their sides, or again upright.</summary>
    internal sealed record Turn(bool IsLandscape) : FlowBlock;
}
