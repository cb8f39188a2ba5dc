using Microsoft.AspNetCore.Components;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>A whole page, drawn from one model.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public abstract class Page<TModel> : LocalizedComponent
    where TModel : IPageModel
{
    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;

    /// <inheritdoc/>
    protected override PageContext Context => Model.Context;
}
