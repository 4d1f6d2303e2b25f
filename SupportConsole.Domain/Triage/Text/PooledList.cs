using System.Buffers;

namespace SupportConsole.Domain.Triage.Text;

/// <summary>A list in a pooled array, for the length of one call. Dispose it once, and use nothing of it afterwards.</summary>
internal ref struct PooledList<T>(int capacity)
    where T : struct
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);
    private int _count;

    public readonly int Count => _count;

    public readonly Span<T> Items => _items.AsSpan(0, _count);

    public void Add(in T item)
    {
        if (_count == _items.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(_items.Length * 2);
            _items.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<T>.Shared.Return(_items);
            _items = larger;
        }

        _items[_count++] = item;
    }

    public readonly void Dispose() => ArrayPool<T>.Shared.Return(_items);
}
