using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Turns the bytes of an upload into what rules judge, within bounds whatever the bytes are.</summary>
public interface IContentReader
{
    /// <summary>The version of what is read; raised whenever the same bytes would give other facts.</summary>
    public const int Version = 2;

    /// <summary>
    /// Reads a file. What is wrong with it is a fact (<see cref="ContentFacts.Fault"/>); only the caller's own cancellation is thrown.
    /// </summary>
    /// <param name="content">The file; read from its beginning, whether it can be jumped about in or not, and left open.</param>
    /// <param name="format">What it was recognised as.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task<ContentFacts> ReadAsync(Stream content, FileFormat format, CancellationToken cancellation);
}
