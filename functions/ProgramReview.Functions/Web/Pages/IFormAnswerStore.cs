namespace ProgramReview.Functions.Web.Pages;

/// <summary>Keeps answers to posted forms until the browser has come back for them.</summary>
public interface IFormAnswerStore
{
    /// <summary>Keeps an answer under its key, which is drawn at random.</summary>
    Task PutAsync(
        string key,
        string content,
        DateTimeOffset keptAt,
        CancellationToken cancellation = default
    );

    /// <summary>The one of this key and when it was kept, or null.</summary>
    Task<(string Content, DateTimeOffset KeptAt)?> FindAsync(
        string key,
        CancellationToken cancellation = default
    );

    /// <summary>Erases all that were kept before an instant.</summary>
    Task EraseAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
