namespace ProgramReview.Functions.Web.Pages;

/// <summary>A page's model: whatever it shows, it knows its reader.</summary>
public interface IPageModel
{
    /// <summary>Reader, plan and instant.</summary>
    PageContext Context { get; }
}
