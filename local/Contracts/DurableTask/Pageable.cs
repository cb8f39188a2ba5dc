using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

/// <summary>Makes results that are read page by page.</summary>
public static class Pageable
{
    /// <summary>From a function that reads the page after a token.</summary>
    public static AsyncPageable<T> Create<T>(
        Func<string?, CancellationToken, Task<Page<T>>> pageFunc
    )
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new FuncPageable<T>((token, _, cancellation) => pageFunc(token, cancellation));
    }

    /// <summary>From a function that reads the page after a token, of about the wished size.</summary>
    public static AsyncPageable<T> Create<T>(
        Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc
    )
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new FuncPageable<T>(pageFunc);
    }

    private sealed class FuncPageable<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> read)
        : AsyncPageable<T>
        where T : notnull
    {
        public override IAsyncEnumerable<Page<T>> AsPages(
            string? continuationToken = null,
            int? pageSizeHint = null
        ) => ReadAsync(continuationToken, pageSizeHint);

        private async IAsyncEnumerable<Page<T>> ReadAsync(
            string? token,
            int? size,
            [EnumeratorCancellation] CancellationToken cancellation = default
        )
        {
            do
            {
                var page = await read(token, size, cancellation);
                yield return page;
                token = page.ContinuationToken;
            } while (token is not null);
        }
    }
}
