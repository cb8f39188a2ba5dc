namespace ProgramReview.Local.Engine.Running;

/// <summary>What waits to be run: first in, first out, unless somebody picks.</summary>
/// <param name="pick">Chooses one of so many that wait, from 0; null takes the first.</param>
internal sealed class WorkQueue<T>(Func<int, int>? pick)
{
    private readonly Queue<T> _waiting = [];

    public int Count => _waiting.Count;

    public void Enqueue(T item) => _waiting.Enqueue(item);

    public bool TryDequeue(out T item)
    {
        if (pick is not null && _waiting.Count > 1)
        {
            // Those before the chosen one go behind the others.
            for (var before = pick(_waiting.Count); before > 0; before--)
            {
                _waiting.Enqueue(_waiting.Dequeue());
            }
        }

        return _waiting.TryDequeue(out item!);
    }
}
