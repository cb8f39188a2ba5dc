using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking;

/// <summary>A file with what several rules ask of it, each found out once.</summary>
internal sealed class ReadFile
{
    private readonly Lazy<ReadText?> text;
    private readonly Lazy<AnnexReading?> figures;

    public ReadFile(CheckSubject subject)
    {
        Scope = new CheckScope(subject.Plan, subject.Assignment, subject.Part);
        Content = subject.Content;
        text = new Lazy<ReadText?>(() =>
            Content.Document is { } document
                ? ReadText.Of(document, Scope.Plan.OutlineOf(Scope.Assignment.ReportType))
                : null
        );
        figures = new Lazy<AnnexReading?>(() =>
            Content.Annex is { } annex ? AnnexReading.Of(annex, Scope.Annex) : null
        );
    }

    /// <summary>The part that it came for.</summary>
    public CheckScope Scope { get; }

    /// <summary>What was read.</summary>
    public ContentFacts Content { get; }

    /// <summary>The text with its sections; null for a workbook.</summary>
    public ReadText? Text => text.Value;

    /// <summary>The figures; null for a document.</summary>
    public AnnexReading? Figures => figures.Value;
}
