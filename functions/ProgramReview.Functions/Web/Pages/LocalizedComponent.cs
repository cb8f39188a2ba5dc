using Microsoft.AspNetCore.Components;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Anything drawn for a reader: it speaks the reader's language.</summary>
public abstract class LocalizedComponent : ComponentBase
{
    /// <summary>The reader, handed down by the page's frame.</summary>
    [CascadingParameter]
    public PageContext? Reader { get; set; }

    /// <summary>The reader, the plan and the instant.</summary>
    protected virtual PageContext Context =>
        Reader ?? throw new InvalidOperationException($"{GetType().Name} stands outside a frame.");

    /// <summary>The reader's language.</summary>
    protected Language Language => Context.Language;

    /// <summary>The plan of the page.</summary>
    /// <exception cref="InvalidOperationException">The page was given none.</exception>
    protected PlanLookup Plan =>
        Context.Plan
        ?? throw new InvalidOperationException($"{GetType().Name} needs a plan to be drawn.");

    /// <summary>A text in the reader's language.</summary>
    protected string T(string key, params object?[] arguments) =>
        Text.Get(Language, key, arguments);

    /// <summary>A text for a count.</summary>
    protected string C(string key, int count) => Text.Count(Language, key, count);

    /// <summary>A text of the plan in the reader's language.</summary>
    protected string In(LocalizedText text) => text.In(Language);

    /// <summary>A whole number as the reader writes it.</summary>
    protected string N(long value) => Numbers.Show(Language, value);

    /// <summary>A size as the reader writes it.</summary>
    protected string Size(long bytes) => Numbers.Size(Language, bytes);

    /// <summary>The name of the body with this code.</summary>
    protected string BodyName(string code) => In(Plan.Body(code).Name);

    /// <summary>The title of a part, or null where its report type has only this one.</summary>
    protected string? PartName(string reportType, string part) =>
        PartText.Name(Context, reportType, part);

    /// <summary>The title of the report type with this code.</summary>
    protected string ReportTitle(string code) => In(Plan.ReportType(code).Title);

    /// <summary>The name of a person, or the id of one whom the plan does not know.</summary>
    protected string PersonName(string id) =>
        Plan.FindPerson(id) is { } person ? In(person.Name) : id;
}
