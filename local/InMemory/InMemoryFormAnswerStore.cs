using System.Collections.Concurrent;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.InMemory;

/// <summary>Answers to forms in memory.</summary>
public sealed class InMemoryFormAnswerStore : IFormAnswerStore
{
    private readonly ConcurrentDictionary<string, (string, DateTimeOffset KeptAt)> answers = [];

    /// <inheritdoc/>
    public Task PutAsync(
        string key,
        string content,
        DateTimeOffset keptAt,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        answers[TableKey.Checked(key)] = (content, keptAt);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<(string Content, DateTimeOffset KeptAt)?> FindAsync(
        string key,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<(string, DateTimeOffset)?>(
            answers.TryGetValue(TableKey.Checked(key), out var answer) ? answer : null
        );
    }

    /// <inheritdoc/>
    public Task EraseAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var (key, _) in answers.Where(pair => pair.Value.KeptAt < before))
        {
            answers.TryRemove(key, out _);
        }
        return Task.CompletedTask;
    }
}
